using System.Text.Json;
using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class EventPollTests(ReadApp app) : IClassFixture<ReadApp>
{
    [Fact]
    public async Task A_segment_committed_after_one_sealed_later_is_still_polled()
    {
        var project = await app.ProjectAsync();
        var first = project.SealAt(ReadApp.Now.AddHours(-5), Log("sealed first, a"), Log("sealed first, b"));
        var second = project.SealAt(ReadApp.Now, Log("sealed second"));
        var start = Cursor(await project.GetAsync("events"));

        await project.CommitAsync(second);
        var poll = await project.GetAsync($"events?after_cursor={start}");
        Assert.Equal(["sealed second"], ReadProject.Values(poll, "message"));

        await project.CommitAsync(first);
        poll = await project.GetAsync($"events?after_cursor={Cursor(poll)}");
        Assert.Equal(["sealed first, a", "sealed first, b"], ReadProject.Values(poll, "message"));
    }

    [Fact]
    public async Task A_poll_with_nothing_new_returns_the_same_cursor()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Log("old"));
        var start = Cursor(await project.GetAsync("events"));

        var poll = await project.GetAsync($"events?after_cursor={start}");

        Assert.Empty(ReadProject.Values(poll, "message"));
        Assert.Equal(start, Cursor(poll));
        Assert.Equal(start, poll.GetProperty("next_cursor").GetString());
    }

    [Fact]
    public async Task Pages_of_a_poll_return_every_event_once_in_the_order_of_commits()
    {
        var project = await app.ProjectAsync();
        var cursor = Cursor(await project.GetAsync("events"));
        for (var segment = 0; segment < 5; segment++)
        {
            await project.StoreAsync([.. Enumerable.Range(0, 3).Select(index => Log($"{segment}.{index}"))]);
        }

        var polled = new List<string?>();
        for (var page = 0; page < 8; page++)
        {
            var poll = await project.GetAsync($"events?limit=2&after_cursor={cursor}");
            polled.AddRange(ReadProject.Values(poll, "message"));
            cursor = Cursor(poll);
        }

        Assert.Equal(from segment in Enumerable.Range(0, 5) from index in Enumerable.Range(0, 3) select $"{segment}.{index}", polled);
    }

    [Fact]
    public async Task Every_page_of_a_list_polls_from_before_its_first()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Log("a"), Log("b"));
        var first = await project.GetAsync("events?limit=1");
        await project.StoreAsync(Log("between the pages"));

        var second = await project.GetAsync($"events?limit=1&cursor={first.GetProperty("next_cursor").GetString()}");

        Assert.Equal(["a"], ReadProject.Values(second, "message"));
        Assert.Equal(["between the pages"], await project.MessagesAsync($"events?after_cursor={Cursor(second)}"));
    }

    [Fact]
    public async Task Spans_pass_by_without_showing_up()
    {
        var project = await app.ProjectAsync();
        var start = Cursor(await project.GetAsync("events"));
        await project.StoreAsync("""{"event_type":"span","trace_id":"t","span_id":"s"}""");
        await project.StoreAsync(Log("seen"));

        Assert.Equal(["seen"], await project.MessagesAsync($"events?after_cursor={start}"));
    }

    [Fact]
    public async Task A_cursor_of_other_filters_or_of_the_list_is_refused()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Log("a"), Log("b"));
        var list = await project.GetAsync("events?limit=1");

        var otherFilter = await project.GetAsync($"events?level=error&after_cursor={Cursor(list)}", 422);
        var ofList = await project.GetAsync($"events?after_cursor={list.GetProperty("next_cursor").GetString()}", 422);

        Assert.Equal("invalid_cursor", otherFilter.GetProperty("code").GetString());
        Assert.Equal("invalid_cursor", ofList.GetProperty("code").GetString());
    }

    private static string Log(string message) => $$"""{"event_type":"log","message":"{{message}}"}""";

    private static string? Cursor(JsonElement answer) => answer.GetProperty("poll_cursor").GetString();
}
