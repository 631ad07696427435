using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Logister.Functions.Tests.App;
using Logister.Functions.Tests.Manage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>The decisions where this server means to do better than the one its clients were written for, by their numbers.</summary>
public sealed class DecisionTests(Emulator emulator)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 23, 15, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A1_nothing_that_was_sent_is_dropped()
    {
        var project = await emulator.App.NewProjectAsync();

        var id = await project.SendEventAsync("""
            "event_type":"metric","message":"queue.depth","value":42,"handled":false,"service":"billing","tags":{"region":"eu"},
            "nullable":null,"tier":"top","context":{"tier":"context"}
            """);

        var context = (await project.StoredAsync(id)).GetProperty("context");
        Assert.Equal(42, context.GetProperty("value").GetInt32());
        Assert.False(context.GetProperty("handled").GetBoolean());
        Assert.Equal("billing", context.GetProperty("service").GetString());
        Assert.Equal("eu", context.GetProperty("tags").GetProperty("region").GetString());
        Assert.Equal(JsonValueKind.Null, context.GetProperty("nullable").ValueKind);
        Assert.Equal("context", context.GetProperty("tier").GetString());
    }

    [Theory]
    [InlineData("bearer", "TOKEN", null, 201)]
    [InlineData("BEARER", "TOKEN", null, 201)]
    [InlineData("Bearer", "wrong", "TOKEN", 401)]
    [InlineData("bearer", "wrong", "TOKEN", 401)]
    [InlineData("Basic", "dXNlcjpwYXNz", "TOKEN", 201)]
    public async Task A2_a_bearer_token_counts_whatever_its_case_and_other_schemes_do_not(string scheme, string credential, string? apiKey, int status)
    {
        var project = await emulator.App.NewProjectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, TestProject.EventsPath)
        {
            Content = new StringContent("""{"event":{"event_type":"log","message":"m"}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, credential.Replace("TOKEN", project.WriteToken));
        request.Headers.Add("X-Api-Key", apiKey?.Replace("TOKEN", project.WriteToken) ?? string.Empty);

        using var response = await emulator.App.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("\"2026-05-23T15:00:00Z\"", "2026-05-23T15:00:00.000000Z")]
    [InlineData("\"2026-05-23T15:00:00.1234567+00:00\"", "2026-05-23T15:00:00.123456Z")]
    [InlineData("1779548400", "2026-05-23T15:00:00.000000Z")]
    [InlineData("\"1779548400000\"", "2026-05-23T15:00:00.000000Z")]
    [InlineData("\"2026-05-23T15:36:00Z\"", "2026-05-23T15:30:00.000000Z")]
    [InlineData("\"next Monday\"", "2026-05-23T15:30:00.000000Z")]
    public async Task A4_times_are_read_in_every_form_and_what_cannot_be_believed_is_the_time_of_receipt(string sent, string stored)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = new FakeTimeProvider(Now) });
        var project = await app.NewProjectAsync();

        var id = await project.SendEventAsync($"\"event_type\":\"log\",\"message\":\"m\",\"occurred_at\":{sent}");

        Assert.Equal(stored, (await project.StoredAsync(id)).GetProperty("occurred_at").GetString());
    }

    [Fact]
    public async Task A5_what_arrived_last_is_on_top_whatever_its_date_and_both_times_are_shown()
    {
        var project = await emulator.App.NewProjectAsync();
        var fresh = await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"fresh\"");
        await project.StoredAsync(fresh);
        var old = await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"old\",\"occurred_at\":\"2019-01-01T00:00:00Z\"");

        var items = await project.ItemsAsync("events", count: 2);

        Assert.Equal([old, fresh], items.Select(static item => item.GetProperty("uuid").GetString()));
        Assert.Equal("2019-01-01T00:00:00.000000Z", items[0].GetProperty("occurred_at").GetString());
        Assert.True(items[0].GetProperty("created_at").GetDateTimeOffset() >= items[1].GetProperty("created_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task A6_the_feed_shows_every_type_and_groups_only_errors()
    {
        var project = await emulator.App.NewProjectAsync();
        foreach (var type in new[] { "error", "metric", "transaction", "log", "check_in" })
        {
            await project.SendEventAsync($"\"event_type\":\"{type}\",\"message\":\"a {type}\"");
        }

        var types = (await project.ItemsAsync("events", count: 5)).Select(static item => item.GetProperty("event_type").GetString());

        Assert.Equal(["check_in", "error", "log", "metric", "transaction"], types.Order(StringComparer.Ordinal));
        Assert.Equal("a error", Assert.Single(await project.ItemsAsync("error_groups", count: 1)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A7_errors_that_differ_by_ids_and_places_are_one_group_and_a_fingerprint_overrules()
    {
        var project = await emulator.App.NewProjectAsync();
        await project.SendEventAsync("\"event_type\":\"error\",\"message\":\"Order 1 failed\",\"context\":{\"environment\":\"staging\",\"release\":\"1\"}");
        await project.SendEventAsync("\"event_type\":\"error\",\"message\":\"Order 29 failed\",\"context\":{\"environment\":\"production\",\"release\":\"2\"}");
        await project.SendEventAsync("\"event_type\":\"error\",\"message\":\"Order 3 failed\",\"fingerprint\":\"mine\"");
        await project.ItemsAsync("events", count: 3);

        var groups = await project.ItemsAsync("error_groups", count: 2);

        var ours = Assert.Single(groups, static group => group.GetProperty("grouped_by").GetString() == "v1");
        Assert.Equal(2, ours.GetProperty("occurrence_count").GetInt64());
        var detail = await project.ReadAsync($"error_groups/{ours.GetProperty("uuid").GetString()}");
        Assert.NotEmpty(detail.GetProperty("why_grouped").GetString()!);
        Assert.Equal("mine", Assert.Single(groups, static group => group.GetProperty("grouped_by").GetString() == "fingerprint").GetProperty("fingerprint").GetString());
    }

    [Theory]
    [InlineData("resolve", "unresolved", 1)]
    [InlineData("archive", "unresolved", 1)]
    [InlineData("ignore", "ignored", 0)]
    public async Task A8_a_later_occurrence_reopens_resolved_and_archived_groups_and_ignored_stays_ignored(string action, string status, int regressions)
    {
        const string Error = "\"event_type\":\"error\",\"message\":\"m\",\"fingerprint\":\"f\"";
        var project = await emulator.App.NewProjectAsync();
        await project.SendEventAsync(Error);
        var group = Assert.Single(await project.ItemsAsync("error_groups?status=all", count: 1)).GetProperty("uuid").GetString();
        await new Caller(emulator.App, project.ReadToken).DoAsync($"projects/{project.Id}/error_groups/{group}/{action}");

        await project.SendEventAsync(Error);
        JsonElement after = default;
        await Eventually.TrueAsync(
            async () => (after = Assert.Single(await project.ItemsAsync("error_groups?status=all"))).GetProperty("occurrence_count").GetInt64() == 2,
            () => "the second occurrence");

        Assert.Equal(status, after.GetProperty("status").GetString());
        Assert.Equal(regressions, after.GetProperty("regression_count").GetInt32());
    }

    [Theory]
    [InlineData("in_progress", "running")]
    [InlineData("started", "running")]
    [InlineData("FAILED", "error")]
    [InlineData("timeout", "error")]
    [InlineData("done", "ok")]
    public async Task A9_the_words_of_a_status_make_the_state_of_the_monitor(string sent, string state)
    {
        var project = await emulator.App.NewProjectAsync();

        await project.CheckInAsync($"\"slug\":\"job\",\"status\":\"{sent}\"");

        Assert.Equal(state, Assert.Single(await project.ItemsAsync("monitors", count: 1)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A9_overdue_wins_over_error_and_a_start_does_not_move_the_deadline()
    {
        var time = new FakeTimeProvider(Now);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time });
        var project = await app.NewProjectAsync();
        await project.CheckInAsync("\"slug\":\"job\",\"status\":\"error\",\"expected_interval_seconds\":60,\"grace_seconds\":10");
        await project.ItemsAsync("monitors?status=error", count: 1);

        time.Advance(TimeSpan.FromSeconds(65));
        await project.CheckInAsync("\"slug\":\"job\",\"status\":\"in_progress\",\"expected_interval_seconds\":60,\"grace_seconds\":10");
        await project.ItemsAsync("monitors?status=running", count: 1);
        time.Advance(TimeSpan.FromSeconds(6));
        await app.SweepAsync();

        var monitor = Assert.Single(await project.ItemsAsync("monitors?status=missed", count: 1));
        Assert.Equal(Now.AddSeconds(70), monitor.GetProperty("status_since").GetDateTimeOffset());
    }

    [Fact]
    public async Task A10_checked_at_context_and_duration_of_a_check_in_are_kept()
    {
        var project = await emulator.App.NewProjectAsync();

        var id = await project.CheckInAsync("""
            "slug":"job","status":"ok","checked_at":"2026-05-23T15:30:00.654Z","duration_ms":842.7,"shard":7,"context":{"queue":"imports"}
            """);

        var stored = await project.StoredAsync(id);
        Assert.Equal("2026-05-23T15:30:00.654000Z", stored.GetProperty("occurred_at").GetString());
        Assert.Equal("imports", stored.GetProperty("context").GetProperty("queue").GetString());
        Assert.Equal(7, stored.GetProperty("context").GetProperty("shard").GetInt32());
        Assert.Equal(842.7, Assert.Single(await project.ItemsAsync("monitors", count: 1)).GetProperty("last_duration_ms").GetDouble());
    }
}
