using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>The way of an event: accepted, listed, found by its id, counted in its group.</summary>
public sealed class EventTests(Emulator emulator)
{
    [Fact]
    public async Task An_event_is_listed_found_by_its_id_with_its_context_and_counted_in_its_group()
    {
        var project = await emulator.App.NewProjectAsync();

        var id = await project.SendEventAsync(
            """
            "event_type":"error","level":"error","message":"NoMethodError in CheckoutService","fingerprint":"checkout-nomethoderror",
            "occurred_at":"2026-02-14T12:00:00Z","context":{"environment":"production","request_id":"abc123","metadata":{"user_id":42}}
            """);

        var listed = Assert.Single(await project.ItemsAsync("events", count: 1));
        Assert.Equal(id, listed.GetProperty("uuid").GetString());
        Assert.Equal("error", listed.GetProperty("event_type").GetString());
        Assert.Equal("2026-02-14T12:00:00.000000Z", listed.GetProperty("occurred_at").GetString());
        Assert.Equal("abc123", listed.GetProperty("request_id").GetString());
        Assert.False(listed.TryGetProperty("context", out _));

        var found = await project.ReadAsync($"events/{id}");
        Assert.Equal(42, found.GetProperty("context").GetProperty("metadata").GetProperty("user_id").GetInt32());
        Assert.Equal("NoMethodError in CheckoutService", found.GetProperty("message").GetString());

        var group = Assert.Single(await project.ItemsAsync("error_groups"));
        Assert.Equal(found.GetProperty("error_group_uuid").GetString(), group.GetProperty("uuid").GetString());
        Assert.Equal("checkout-nomethoderror", group.GetProperty("fingerprint").GetString());
        Assert.Equal(1, group.GetProperty("occurrence_count").GetInt64());
        Assert.Equal("unresolved", group.GetProperty("status").GetString());

        var shown = await project.ReadAsync($"error_groups/{group.GetProperty("uuid").GetString()}");
        Assert.Equal(id, shown.GetProperty("latest_event").GetProperty("uuid").GetString());
        Assert.Equal(42, shown.GetProperty("latest_event").GetProperty("context").GetProperty("metadata").GetProperty("user_id").GetInt32());
    }

    [Fact]
    public async Task A_list_shows_contexts_when_it_is_asked_to()
    {
        var project = await emulator.App.NewProjectAsync();
        await project.SendEventAsync("""
            "event_type":"log","message":"m","context":{"answer":42}
            """);

        var item = Assert.Single(await project.ItemsAsync("events?include_context=true", count: 1));

        Assert.Equal(42, item.GetProperty("context").GetProperty("answer").GetInt32());
    }

    [Fact]
    public async Task Errors_of_one_kind_are_one_group_and_every_one_of_them_counts()
    {
        var project = await emulator.App.NewProjectAsync();

        foreach (var order in Enumerable.Range(1, 5))
        {
            await project.SendEventAsync($$"""
                "event_type":"error","message":"payment declined for order {{order}}","occurred_at":"2026-02-14T12:00:0{{order}}Z"
                """);
        }

        await project.ItemsAsync("events", count: 5);
        var group = Assert.Single(await project.ItemsAsync("error_groups"));
        Assert.Equal(5, group.GetProperty("occurrence_count").GetInt64());
        Assert.Equal("2026-02-14T12:00:01.000000Z", group.GetProperty("first_seen_at").GetString());
        Assert.Equal("2026-02-14T12:00:05.000000Z", group.GetProperty("last_seen_at").GetString());
        Assert.Equal("payment declined for order 5", group.GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_arrived_last_is_listed_first_whatever_the_time_it_happened()
    {
        var project = await emulator.App.NewProjectAsync();
        foreach (var year in new[] { 2024, 2026, 2025 })
        {
            await project.StoredAsync(await project.SendEventAsync($$"""
                "event_type":"log","message":"of {{year}}","occurred_at":"{{year}}-01-01T00:00:00Z"
                """));
        }

        var messages = (await project.ItemsAsync("events", count: 3)).Select(static item => item.GetProperty("message").GetString());

        Assert.Equal(["of 2025", "of 2026", "of 2024"], messages);
    }

    [Fact]
    public async Task A_span_is_found_by_its_id_and_does_not_stand_in_the_feed()
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.PostAsync(TestProject.EventsPath, """
            {"event":{"event_type":"span","name":"GET /","trace_id":"t1","span_id":"s1","parent_span_id":"0000000000000000","kind":"server","duration_ms":12.5}}
            """);

        Assert.Equal(201, answer.Status);
        Assert.Equal("span", answer.Json.GetProperty("type").GetString());
        var stored = await project.StoredAsync(answer.Json.GetProperty("id").GetString()!);
        Assert.Equal("span", stored.GetProperty("event_type").GetString());
        Assert.Equal(12.5, stored.GetProperty("duration_ms").GetDouble());
        Assert.Empty(await project.ItemsAsync("events"));
    }

    [Fact]
    public async Task A_deployment_is_listed_and_announcing_it_again_updates_it_under_the_same_id()
    {
        var project = await emulator.App.NewProjectAsync();
        const string First = """{"deployment":{"release":"1.2","repository":"https://github.com/acme/shop.git","commit_sha":"ABCDEF0123","branch":"refs/heads/main"}}""";
        const string Second = """{"deployment":{"release":"1.2","repository":"acme/shop","commit_sha":"1234567","branch":"hotfix"}}""";

        var first = await project.PostAsync(TestProject.DeploymentsPath, First);
        await project.ItemsAsync("deployments", count: 1);
        var second = await project.PostAsync(TestProject.DeploymentsPath, Second);

        Assert.Equal([201, 201], [first.Status, second.Status]);
        Assert.Equal(first.Json.GetProperty("id").GetString(), second.Json.GetProperty("id").GetString());
        JsonElement item = default;
        await Eventually.TrueAsync(
            async () => (item = Assert.Single(await project.ItemsAsync("deployments"))).GetProperty("branch").GetString() == "hotfix",
            () => "the second announcement");
        Assert.Equal(first.Json.GetProperty("id").GetString(), item.GetProperty("uuid").GetString());
        Assert.Equal("acme/shop", item.GetProperty("repository_full_name").GetString());
        Assert.Equal("1234567", item.GetProperty("commit_sha").GetString());
    }
}
