using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class EventListTests(ReadApp app) : IClassFixture<ReadApp>
{
    [Theory]
    [InlineData("since=2h", "new")]
    [InlineData("since=2026-05-23T10:00:00Z&until=2026-05-23T15:00:00Z", "old")]
    [InlineData("status=error", "old")]
    [InlineData("status=ok", "new")]
    [InlineData("min_duration_ms=100", "old")]
    [InlineData("session_id=s2", "new")]
    [InlineData("user=ann", "old")]
    public async Task Each_filter_keeps_what_it_names(string filter, string expected)
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(
            """{"event_type":"transaction","message":"old","occurred_at":"2026-05-23T12:00:00Z","duration_ms":250,"context":{"status":503,"user_id":"ann"}}""",
            """{"event_type":"transaction","message":"new","occurred_at":"2026-05-23T15:10:00Z","duration_ms":20,"context":{"status":200,"session_id":"s2"}}""");

        Assert.Equal([expected], await project.MessagesAsync($"events?{filter}"));
    }

    [Theory]
    [InlineData("since=yesterday", "since")]
    [InlineData("until=2h", "until")]
    [InlineData("since=2026-05-23T10:00:00Z&until=2026-05-23T10:00:00Z", "since")]
    [InlineData("since=14w", "since")]
    [InlineData("min_duration_ms=-1", "min_duration_ms")]
    [InlineData("type=span", "type")]
    [InlineData("limit=101", "limit")]
    public async Task A_bad_parameter_is_named(string query, string parameter)
    {
        var project = await app.ProjectAsync();

        var refused = await project.GetAsync($"events?{query}", 422);

        Assert.Equal("invalid_parameter", refused.GetProperty("code").GetString());
        Assert.Equal(parameter, refused.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task An_event_with_an_old_date_is_seen_in_the_last_day_it_was_received_in()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync("""{"event_type":"log","message":"sample","occurred_at":"2020-01-01T00:00:00Z"}""");
        await project.CommitAsync(project.SealAt(ReadApp.Now.AddDays(-2), """{"event_type":"log","message":"received long ago"}"""));

        Assert.Equal(["sample"], await project.MessagesAsync("events"));
    }

    [Fact]
    public async Task A_large_context_is_summarised_in_a_list_and_whole_on_its_own()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync($$"""{"event_type":"log","message":"{{new string('m', 5000)}}","context":{"large":"{{new string('x', 70_000)}}" } }""");

        var item = (await project.GetAsync("events?include_context=true")).GetProperty("items")[0];
        var whole = await project.GetAsync($"events/{item.GetProperty("uuid").GetString()}");

        Assert.True(item.GetProperty("context_truncated").GetBoolean());
        Assert.True(item.GetProperty("summary_truncated").GetBoolean());
        Assert.Equal(4096, item.GetProperty("message").GetString()!.Length);
        Assert.Contains("large", item.GetProperty("context").GetProperty("keys").EnumerateArray().Select(static key => key.GetString()));
        Assert.Equal(70_000, whole.GetProperty("context").GetProperty("large").GetString()!.Length);
    }

    [Fact]
    public async Task A_list_with_contexts_stays_below_its_size()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync([.. Enumerable.Range(0, 20).Select(index => $$"""{"event_type":"log","message":"{{index}}","context":{"large":"{{new string('x', 60_000)}}" } }""")]);

        var list = await project.GetAsync("events?summary=false");

        Assert.Equal(20, list.GetProperty("items").GetArrayLength());
        Assert.InRange(list.GetRawText().Length, 400_000, 900 << 10);
    }
}
