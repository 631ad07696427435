using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Filters and paging of the list of error groups.</summary>
public sealed class ErrorGroupTests(Emulator emulator)
{
    [Fact]
    public async Task Groups_are_filtered_by_status_text_and_environment()
    {
        var project = await emulator.App.NewProjectAsync();
        await project.SendEventAsync("""
            "event_type":"error","message":"timeout while paying","fingerprint":"pay","environment":"staging"
            """);
        await project.SendEventAsync("""
            "event_type":"error","message":"no such user","fingerprint":"login","context":{"exception":{"class":"LookupError"}}
            """);
        await project.ItemsAsync("error_groups", count: 2);

        Assert.Equal(2, (await project.ItemsAsync("error_groups?status=unresolved")).Count);
        Assert.Equal(2, (await project.ItemsAsync("error_groups?status=all")).Count);
        Assert.Empty(await project.ItemsAsync("error_groups?status=resolved"));
        Assert.Empty(await project.ItemsAsync("error_groups?status=ignored"));
        Assert.Empty(await project.ItemsAsync("error_groups?status=archived"));
        Assert.Equal(422, (await project.GetAsync("error_groups?status=open")).Status);
        Assert.Equal("pay", await OnlyAsync("q=PAYING"));
        Assert.Equal("login", await OnlyAsync("q=lookuperror"));
        Assert.Equal("login", await OnlyAsync("query=login"));
        Assert.Equal("pay", await OnlyAsync("environment=staging"));

        async Task<string?> OnlyAsync(string query) =>
            Assert.Single(await project.ItemsAsync($"error_groups?{query}")).GetProperty("fingerprint").GetString();
    }

    [Fact]
    public async Task Pages_show_every_group_once_the_one_last_seen_first()
    {
        const int Groups = 25;
        var project = await emulator.App.NewProjectAsync();
        await Task.WhenAll(Enumerable.Range(0, Groups).Select(group => project.SendEventAsync(
            $"\"event_type\":\"error\",\"message\":\"m\",\"fingerprint\":\"{group}\",\"occurred_at\":\"2026-02-14T12:00:{group % 20:00}Z\"")));
        await project.ItemsAsync("error_groups?limit=100", Groups);

        var seen = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await project.ReadAsync($"error_groups?limit=4{(cursor is null ? "" : "&cursor=" + cursor)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(Groups, seen.Select(static group => group.GetProperty("uuid").GetString()).Distinct().Count());
        Assert.Equal(Groups, seen.Count);
        var times = seen.Select(static group => group.GetProperty("last_seen_at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.OrderDescending(), times);
    }
}
