using System.Text.Json;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>The way of a check-in, on a clock moved by hand.</summary>
public sealed class MonitorTests(Emulator emulator) : IAsyncLifetime
{
    private const string Nightly = """
        "slug":"nightly-reconcile","status":"ok","expected_interval_seconds":900,"environment":"production","release":"2026.03.02"
        """;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 3, 0, 30, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private TestApp? _app;
    private TestProject? _project;

    private TestApp App => _app!;

    private TestProject Project => _project!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = _time });
        _project = await _app.NewProjectAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task A_check_in_makes_a_monitor_that_is_ok_and_stands_in_the_feed()
    {
        var id = await Project.CheckInAsync(Nightly);

        var monitor = Assert.Single(await Project.ItemsAsync("monitors", count: 1));
        Assert.Equal("nightly-reconcile", Text(monitor, "slug"));
        Assert.Equal("ok", Text(monitor, "status"));
        Assert.Equal("ok", Text(monitor, "last_check_in_status"));
        Assert.Equal("2026.03.02", Text(monitor, "last_release"));
        Assert.Equal(900, monitor.GetProperty("expected_interval_seconds").GetInt64());
        Assert.Equal(450, monitor.GetProperty("grace_seconds").GetInt64());
        Assert.Equal(Start.AddSeconds(1350), monitor.GetProperty("next_deadline_at").GetDateTimeOffset());
        Assert.Equal(id, Text(monitor.GetProperty("last_event"), "uuid"));

        var item = Assert.Single(await Project.ItemsAsync("events", count: 1));
        Assert.Equal("check_in", Text(item, "event_type"));
        Assert.Equal(id, Text(item, "uuid"));
        Assert.Equal("ok", Text(await Project.ReadAsync($"monitors/{Text(monitor, "uuid")}"), "status"));
    }

    [Fact]
    public async Task A_silent_monitor_is_missed_since_its_deadline_whether_or_not_the_sweep_has_been_there_until_it_checks_in_again()
    {
        await Project.CheckInAsync(Nightly);
        await Project.ItemsAsync("monitors", count: 1);
        var deadline = Start.AddSeconds(1350);

        _time.SetUtcNow(deadline);
        Assert.Equal("ok", Text(await MonitorAsync(), "status"));

        _time.Advance(TimeSpan.FromSeconds(20));
        await AssertMissedAsync(deadline);

        await App.SweepAsync();
        await AssertMissedAsync(deadline);

        _time.Advance(TimeSpan.FromHours(5));
        await App.SweepAsync();
        await AssertMissedAsync(deadline);

        var back = _time.GetUtcNow();
        await Project.CheckInAsync(Nightly);
        await StatusAsync("ok");
        Assert.Equal(back, (await MonitorAsync()).GetProperty("status_since").GetDateTimeOffset());
        Assert.Equal(back.AddSeconds(1350), (await MonitorAsync()).GetProperty("next_deadline_at").GetDateTimeOffset());

        // And it is watched again.
        _time.Advance(TimeSpan.FromSeconds(1351));
        await App.SweepAsync();
        await AssertMissedAsync(back.AddSeconds(1350));
    }

    [Fact]
    public async Task A_failed_run_is_an_error_and_when_nothing_follows_it_becomes_missed()
    {
        await Project.CheckInAsync("\"slug\":\"job\",\"status\":\"failed\",\"expected_interval_seconds\":60");
        await Project.ItemsAsync("monitors", count: 1);
        Assert.Equal("error", Text(await MonitorAsync(), "status"));
        Assert.Equal(Start, (await MonitorAsync()).GetProperty("last_error_at").GetDateTimeOffset());

        _time.Advance(TimeSpan.FromSeconds(91));
        await App.SweepAsync();

        await AssertMissedAsync(Start.AddSeconds(90));
    }

    [Fact]
    public async Task A_started_run_is_running_and_does_not_move_the_deadline()
    {
        await Project.CheckInAsync("\"slug\":\"job\",\"expected_interval_seconds\":60");
        await Project.ItemsAsync("monitors", count: 1);
        _time.Advance(TimeSpan.FromSeconds(50));
        await Project.CheckInAsync("\"slug\":\"job\",\"status\":\"in_progress\",\"expected_interval_seconds\":60");
        await StatusAsync("running");

        _time.Advance(TimeSpan.FromSeconds(41));

        await AssertMissedAsync(Start.AddSeconds(90));
    }

    [Fact]
    public async Task A_check_in_that_comes_late_changes_nothing_and_is_kept()
    {
        await Project.CheckInAsync("\"slug\":\"job\",\"status\":\"ok\",\"expected_interval_seconds\":60");
        await Project.ItemsAsync("monitors", count: 1);

        var late = await Project.CheckInAsync($"\"slug\":\"job\",\"status\":\"error\",\"expected_interval_seconds\":60,\"checked_at\":\"{Start.AddMinutes(-5):O}\"");

        await Project.StoredAsync(late);
        Assert.Equal("ok", Text(await MonitorAsync(), "status"));
        Assert.Equal(Start, (await MonitorAsync()).GetProperty("last_check_in_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_check_in_sent_as_an_event_moves_the_same_monitor()
    {
        await Project.CheckInAsync("\"slug\":\"job\",\"expected_interval_seconds\":60");
        await Project.ItemsAsync("monitors", count: 1);

        var id = await Project.SendEventAsync(
            "\"event_type\":\"check_in\",\"message\":\"job\",\"context\":{\"check_in_status\":\"error\",\"expected_interval_seconds\":60}");

        await Project.StoredAsync(id);
        var monitor = Assert.Single(await Project.ItemsAsync("monitors"));
        Assert.Equal("error", Text(monitor, "status"));
        Assert.Equal(id, Text(monitor.GetProperty("last_event"), "uuid"));
    }

    [Fact]
    public async Task Monitors_are_filtered_by_status_environment_and_name()
    {
        await Project.CheckInAsync("\"slug\":\"backup\",\"environment\":\"staging\"");
        await Project.CheckInAsync("\"slug\":\"backup\"");
        await Project.CheckInAsync("\"slug\":\"cleanup\",\"status\":\"error\"");
        await Project.ItemsAsync("monitors", count: 3);

        Assert.Equal(2, (await Project.ItemsAsync("monitors?status=ok")).Count);
        Assert.Equal("cleanup", Text(Assert.Single(await Project.ItemsAsync("monitors?status=error")), "slug"));
        Assert.Equal("backup", Text(Assert.Single(await Project.ItemsAsync("monitors?environment=staging")), "slug"));
        Assert.Equal(2, (await Project.ItemsAsync("monitors?q=BACK")).Count);
        Assert.Empty(await Project.ItemsAsync("monitors?status=missed"));
        Assert.Equal(3, (await Project.ItemsAsync("monitors?status=all")).Count);
        Assert.Equal(422, (await Project.GetAsync("monitors?status=fine")).Status);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private async Task<JsonElement> MonitorAsync() => Assert.Single(await Project.ItemsAsync("monitors"));

    private Task StatusAsync(string status) =>
        Eventually.TrueAsync(async () => Text(await MonitorAsync(), "status") == status, () => $"the monitor being {status}");

    private async Task AssertMissedAsync(DateTimeOffset since)
    {
        var listed = await MonitorAsync();
        var shown = await Project.ReadAsync($"monitors/{Text(listed, "uuid")}");
        foreach (var monitor in new[] { listed, shown })
        {
            Assert.Equal("missed", Text(monitor, "status"));
            Assert.Equal(since, monitor.GetProperty("status_since").GetDateTimeOffset());
        }
    }
}
