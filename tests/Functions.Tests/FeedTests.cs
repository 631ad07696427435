using System.Text;
using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Filters and paging of the event list.</summary>
public sealed class FeedTests(Emulator emulator)
{
    [Fact]
    public async Task Each_filter_keeps_what_matches_and_nothing_else()
    {
        var project = await emulator.App.NewProjectAsync();
        await project.SendEventAsync("""
            "event_type":"error","level":"error","message":"Boom in checkout","context":{"environment":"staging","release":"1.0","trace_id":"trace-a","request_id":"request-a"}
            """);
        await project.SendEventAsync("""
            "event_type":"log","level":"info","message":"all is well","release":"2.0","trace_id":"trace-a"
            """);
        await project.SendEventAsync("""
            "event_type":"transaction","message":"GET /cart","transaction_name":"CartController#show","duration_ms":12,"request_id":"request-b"
            """);
        await project.SendEventAsync("""
            "event_type":"metric","message":"queue.depth","context":{"value":3}
            """);
        await project.CheckInAsync("\"slug\":\"nightly\"");
        await project.ItemsAsync("events", count: 5);

        await AssertTypesAsync("type=error", "error");
        await AssertTypesAsync("type=error,log", "error", "log");
        await AssertTypesAsync("event_type=check_in", "check_in");
        await AssertTypesAsync("level=error", "error");
        await AssertTypesAsync("level=info", "check_in", "log");
        await AssertTypesAsync("environment=staging", "error");
        await AssertTypesAsync("env=production", "check_in", "log", "metric", "transaction");
        await AssertTypesAsync("release=2.0", "log");
        await AssertTypesAsync("q=CHECKOUT", "error");
        await AssertTypesAsync("q=cartcontroller", "transaction");
        await AssertTypesAsync("query=nightly", "check_in");
        await AssertTypesAsync("trace_id=trace-a", "error", "log");
        await AssertTypesAsync("request_id=request-b", "transaction");
        await AssertTypesAsync("trace_id=request-b");
        await AssertTypesAsync("trace_id=trace-a&type=log&level=info&q=well", "log");
        await AssertTypesAsync("release=1.0&environment=production");

        async Task AssertTypesAsync(string filter, params string[] types) => Assert.Equal(
            types,
            (await project.ItemsAsync($"events?{filter}")).Select(static item => item.GetProperty("event_type").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("type=span", "type")]
    [InlineData("type=error,nothing", "type")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string parameter)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.GetAsync($"events?{query}");

        Assert.Equal(422, answer.Status);
        Assert.Equal("invalid_parameter", answer.Json.GetProperty("code").GetString());
        Assert.Equal(parameter, answer.Json.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("", 120)]
    [InlineData("&type=log", 60)]
    [InlineData("&q=odd", 60)]
    [InlineData("&trace_id=t3", 12)]
    public async Task Pages_show_every_event_once_while_others_arrive(string filter, int expected)
    {
        const int Events = 120;
        var project = await emulator.App.NewProjectAsync();

        // Some alone and some many at a time, so that pages start and end within segments and between them.
        foreach (var part in Enumerable.Range(0, Events).Chunk(15))
        {
            foreach (var order in part.Take(3))
            {
                await SendAsync(order);
            }

            await Task.WhenAll(part.Skip(3).Select(SendAsync));
        }

        await Eventually.TrueAsync(async () => (await AllPagesAsync("", limit: 100)).Count == Events, () => "all events");
        var before = await AllPagesAsync(filter, limit: 100);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await project.ReadAsync($"events?limit=7{filter}{(cursor is null ? "" : "&cursor=" + cursor)}");
            seen.AddRange(Ids(page));
            cursor = page.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
            await project.StoredAsync(await SendAsync(1000));
        }
        while (cursor is not null);

        Assert.Equal(expected, before.Count);
        Assert.Equal(before, seen);

        Task<string> SendAsync(int order) => project.SendEventAsync(
            $"\"event_type\":\"{(order % 2 == 0 ? "log" : "metric")}\",\"message\":\"{(order % 2 == 0 ? "even" : "odd")} {order}\",\"trace_id\":\"t{order % 10}\"");

        async Task<List<string>> AllPagesAsync(string of, int limit)
        {
            var all = new List<string>();
            for (string? at = ""; at is not null;)
            {
                var page = await project.ReadAsync($"events?limit={limit}{of}{at}");
                all.AddRange(Ids(page));
                at = page.TryGetProperty("next_cursor", out var next) ? "&cursor=" + next.GetString() : null;
            }

            return all;
        }
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_list_project_and_filters_only_and_cannot_be_changed()
    {
        var project = await emulator.App.NewProjectAsync();
        var other = await emulator.App.NewProjectAsync();
        for (var sent = 0; sent < 3; sent++)
        {
            await project.SendEventAsync($"\"event_type\":\"error\",\"message\":\"m\",\"fingerprint\":\"{sent}\"");
        }

        await project.ItemsAsync("events", count: 3);
        var cursor = (await project.ReadAsync("events?limit=1&type=error")).GetProperty("next_cursor").GetString()!;
        var bytes = Encoding.ASCII.GetBytes(cursor);
        bytes[^2] ^= 1;

        Assert.Equal(200, (await project.GetAsync($"events?type=error&limit=2&cursor={cursor}")).Status);
        await AssertRefusedAsync(project, $"events?type=error&cursor={Encoding.ASCII.GetString(bytes)}");
        await AssertRefusedAsync(project, $"events?type=error&cursor={cursor}x");
        await AssertRefusedAsync(project, $"events?type=error&cursor={cursor[..^4]}");
        await AssertRefusedAsync(project, "events?type=error&cursor=%F0%9F%92%A5");
        await AssertRefusedAsync(project, $"events?cursor={cursor}");
        await AssertRefusedAsync(project, $"events?type=error&q=m&cursor={cursor}");
        await AssertRefusedAsync(project, $"error_groups?type=error&cursor={cursor}");
        await AssertRefusedAsync(other, $"events?type=error&cursor={cursor}");
    }

    private static async Task AssertRefusedAsync(TestProject project, string path)
    {
        var answer = await project.GetAsync(path);

        Assert.Equal(422, answer.Status);
        Assert.Equal("invalid_cursor", answer.Json.GetProperty("code").GetString());
    }

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("uuid").GetString()!);
}
