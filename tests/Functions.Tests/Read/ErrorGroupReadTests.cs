using System.Text;
using System.Text.Json;
using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class ErrorGroupReadTests(ReadApp app) : IClassFixture<ReadApp>
{
    [Theory]
    [InlineData("status=introduced_today", "today")]
    [InlineData("introduced_today=true&status=all", "today")]
    [InlineData("sort=last_seen", "today,older")]
    [InlineData("sort=first_seen", "today,older")]
    [InlineData("sort=occurrences", "older,today")]
    [InlineData("assignee=any", "")]
    [InlineData("assignee=me", "")]
    [InlineData("assignee=unassigned", "today,older")]
    public async Task Groups_are_filtered_and_sorted(string query, string expected)
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Error("older", "2026-05-20T10:00:00Z"), Error("older", "2026-05-20T11:00:00Z"), Error("today", "2026-05-23T09:00:00Z"));

        var list = await project.GetAsync($"error_groups?{query}");

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), ReadProject.Values(list, "title"));
    }

    [Fact]
    public async Task A_cursor_goes_on_in_the_order_asked_for()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Error("often", "2026-05-20T10:00:00Z"), Error("often", "2026-05-20T11:00:00Z"), Error("once", "2026-05-23T09:00:00Z"));

        var first = await project.GetAsync("error_groups?sort=occurrences&limit=1");
        var second = await project.GetAsync($"error_groups?sort=occurrences&limit=1&cursor={first.GetProperty("next_cursor").GetString()}");
        var other = await project.GetAsync($"error_groups?limit=1&cursor={first.GetProperty("next_cursor").GetString()}", 422);

        Assert.Equal(["often", "once"], ReadProject.Values(first, "title").Concat(ReadProject.Values(second, "title")));
        Assert.Equal("invalid_cursor", other.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Related_logs_share_an_id_and_are_near_in_time()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(
            """{"event_type":"error","message":"boom","occurred_at":"2026-05-23T15:00:00Z","trace_id":"t","request_id":"r"}""",
            """{"event_type":"log","message":"same trace","occurred_at":"2026-05-23T14:56:00Z","trace_id":"t"}""",
            """{"event_type":"log","message":"same request","occurred_at":"2026-05-23T15:04:59Z","request_id":"r"}""",
            """{"event_type":"log","message":"too early","occurred_at":"2026-05-23T14:54:00Z","trace_id":"t"}""",
            """{"event_type":"log","message":"a stranger","occurred_at":"2026-05-23T15:00:00Z","trace_id":"r"}""",
            """{"event_type":"metric","message":"no log","occurred_at":"2026-05-23T15:00:00Z","trace_id":"t"}""");
        var group = await GroupAsync(project);

        var shown = await project.GetAsync($"error_groups/{group}?related_logs=true");
        var without = await project.GetAsync($"error_groups/{group}");

        Assert.Equal(["same request", "same trace"], shown.GetProperty("related_logs").EnumerateArray().Select(static log => log.GetProperty("message").GetString()));
        Assert.False(without.TryGetProperty("related_logs", out _));
    }

    [Fact]
    public async Task An_export_holds_group_event_logs_and_occurrences()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Error("boom", "2026-05-23T10:00:00Z"), Error("boom", "2026-05-23T11:00:00Z"));
        var group = await GroupAsync(project);

        var export = await project.GetAsync($"error_groups/{group}/export?include_occurrences=true");
        var without = await project.GetAsync($"error_groups/{group}/export");

        Assert.Equal("boom", export.GetProperty("error_group").GetProperty("title").GetString());
        Assert.Equal(2, export.GetProperty("occurrences").GetArrayLength());
        Assert.False(export.GetProperty("truncated").GetBoolean());
        Assert.True(export.GetProperty("latest_event").TryGetProperty("context", out _));
        Assert.False(without.TryGetProperty("occurrences", out _));
    }

    [Fact]
    public async Task An_export_stays_below_its_size_and_says_so()
    {
        var project = await app.ProjectAsync();
        for (var occurrence = 0; occurrence < 12; occurrence++)
        {
            await project.StoreAsync($$"""{"event_type":"error","message":"boom","occurred_at":"2026-05-23T10:00:{{occurrence:00}}Z","context":{"large":"{{new string('x', 100_000)}}" } }""");
        }

        var export = await project.GetAsync($"error_groups/{await GroupAsync(project)}/export?include_occurrences=true");

        Assert.InRange(Encoding.UTF8.GetByteCount(export.GetRawText()), 500_000, 900 << 10);
        Assert.True(export.GetProperty("truncated").GetBoolean());
    }

    [Theory]
    [InlineData(256)]
    [InlineData(1000)]
    [InlineData(4000)]
    [InlineData(32000)]
    public async Task Context_for_a_model_keeps_its_budget_and_starts_with_what_tells_most(int tokens)
    {
        var project = await app.ProjectAsync();
        var frames = string.Join(',', Enumerable.Range(0, 200).Select(static line => $"\"app/models/cart.rb:{line}:in 'total'\""));
        await project.StoreAsync($$"""{"event_type":"error","message":"Ünerwartet: {{new string('ü', 3000)}}","trace_id":"t","context":{"big":"{{new string('y', 90_000)}}","exception":{"class":"CartError","backtrace":[{{frames}}] } } }""");

        var answer = await project.Sender.GetAsync($"error_groups/{await GroupAsync(project)}/context?token_budget={tokens}");

        Assert.Equal(200, answer.Status);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Body), 300, 4 * tokens);
        Assert.True(answer.Json.GetProperty("truncated").GetBoolean() || tokens == 32000);
        Assert.Equal("unresolved", answer.Json.GetProperty("error_group").GetProperty("status").GetString());
        Assert.Equal(tokens > 256, answer.Json.TryGetProperty("context.exception", out _));
    }

    [Theory]
    [InlineData("token_budget=255")]
    [InlineData("token_budget=32001")]
    [InlineData("token_budget=many")]
    public async Task A_budget_out_of_bounds_is_refused(string query)
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Error("boom", "2026-05-23T10:00:00Z"));

        var refused = await project.GetAsync($"error_groups/{await GroupAsync(project)}/context?{query}", 422);

        Assert.Equal("token_budget", refused.GetProperty("parameter").GetString());
    }

    private static string Error(string message, string occurredAt) => JsonSerializer.Serialize(
        new Dictionary<string, string> { ["event_type"] = "error", ["message"] = message, ["occurred_at"] = occurredAt });

    private static async Task<string?> GroupAsync(ReadProject project) =>
        (await project.GetAsync("error_groups")).GetProperty("items")[0].GetProperty("uuid").GetString();
}
