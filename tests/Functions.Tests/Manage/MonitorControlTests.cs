using System.Text.Json;
using Azure.Data.Tables;
using Logister.Core.Storage;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Manage;

/// <summary>Pausing, resuming and deleting monitors, on a clock moved by hand.</summary>
public sealed class MonitorControlTests(Emulator emulator) : IAsyncLifetime
{
    private const string Nightly = "\"slug\":\"nightly\",\"expected_interval_seconds\":900";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1350);

    private readonly FakeTimeProvider _time = new(Start);
    private TestApp? _app;
    private TestProject? _project;

    private TestApp App => _app!;

    private TestProject Project => _project!;

    private Caller Admin => Caller.AdminOf(App);

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = _time });
        _project = await _app.NewProjectAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task A_paused_monitor_is_not_missed_and_a_resumed_one_is_watched_again()
    {
        var monitor = await NewMonitorAsync();
        var paused = await Admin.DoAsync($"{monitor}/pause");
        Assert.Equal("paused", Text(paused, "status"));
        Assert.Equal(Start, paused.GetProperty("status_since").GetDateTimeOffset());

        // Long enough for the sweep to drop the deadline that was on file.
        await PassAsync(Deadline + TimeSpan.FromMinutes(11));
        Assert.Equal("paused", await StatusAsync(monitor));
        Assert.Equal(0, await DeadlinesAsync());

        await Project.CheckInAsync(Nightly);
        await Project.ItemsAsync("events", count: 2);
        Assert.Equal("paused", await StatusAsync(monitor));

        Assert.Equal("ok", Text(await Admin.DoAsync($"{monitor}/resume"), "status"));
        Assert.Equal(1, await DeadlinesAsync());
        var resumed = _time.GetUtcNow();
        await PassAsync(Deadline + TimeSpan.FromMinutes(1));
        Assert.Equal("Missed", await StoredStatusAsync());
        Assert.Equal(resumed + Deadline, (await Project.ReadAsync(Below(monitor))).GetProperty("status_since").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_monitor_resumed_after_its_deadline_is_missed_since_then()
    {
        var monitor = await NewMonitorAsync();
        await Admin.DoAsync($"{monitor}/pause");
        _time.Advance(Deadline * 2);

        var resumed = await Admin.DoAsync($"{monitor}/resume");

        Assert.Equal("missed", Text(resumed, "status"));
        Assert.Equal(Start + Deadline, resumed.GetProperty("status_since").GetDateTimeOffset());
        Assert.Equal("missed", Text(await Admin.DoAsync($"{monitor}/resume"), "status"));
    }

    [Fact]
    public async Task A_deleted_monitor_takes_its_history_along_and_only_a_new_check_in_brings_it_back()
    {
        // More history than one transaction takes.
        const int CheckIns = 130;
        var monitor = await NewMonitorAsync();
        await Task.WhenAll(Enumerable.Range(1, CheckIns - 1).Select(_ => Project.CheckInAsync(Nightly)));
        await Eventually.TrueAsync(async () => await RowsAsync("h-") == CheckIns, () => "the history");

        Assert.Equal(204, (await Admin.SendAsync(HttpMethod.Delete, monitor)).Status);

        Assert.Equal(0, await RowsAsync("h-"));
        Assert.Equal(404, (await Admin.SendAsync(HttpMethod.Delete, monitor)).Status);
        await PassAsync(Deadline + TimeSpan.FromHours(2));
        Assert.Equal(0, await RowsAsync("m-"));
        Assert.Equal(0, await DeadlinesAsync());

        Assert.Equal(monitor, await NewMonitorAsync());
        Assert.Equal(1, await RowsAsync("h-"));
        Assert.Equal(1, await DeadlinesAsync());
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static string Below(string monitor) => monitor[monitor.IndexOf("monitors", StringComparison.Ordinal)..];

    private async Task<string> NewMonitorAsync()
    {
        await Project.CheckInAsync(Nightly);
        var monitor = Assert.Single(await Project.ItemsAsync("monitors", count: 1));
        return $"projects/{Project.Id}/monitors/{Text(monitor, "uuid")}";
    }

    private async Task<string> StatusAsync(string monitor) => Text(await Project.ReadAsync(Below(monitor)), "status");

    private async Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        var seen = App.Services.GetRequiredService<Core.Monitors.DeadlineSweep>();
        await seen.RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> StoredStatusAsync()
    {
        var rows = await ReadAsync(Storage.Telemetry, TableClient.CreateQueryFilter($"PartitionKey eq {Project.Id.ToString("N")} and RowKey ge 'm-' and RowKey lt 'm.'"));
        return Assert.Single(rows).GetString("Status");
    }

    private async Task<int> RowsAsync(string prefix) => (await ReadAsync(
        Storage.Telemetry,
        TableClient.CreateQueryFilter($"PartitionKey eq {Project.Id.ToString("N")} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + "."}"))).Count;

    private async Task<int> DeadlinesAsync() => (await ReadAsync(Storage.Deadlines, TableClient.CreateQueryFilter($"PartitionKey ge {"0"}"))).Count;

    private LogisterStorage Storage => App.Services.GetRequiredService<LogisterStorage>();

    private static async Task<List<TableEntity>> ReadAsync(StorageTable table, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var page in table.PagesAsync(filter, 1000, cancellation: TestContext.Current.CancellationToken))
        {
            rows.AddRange(page.Values);
        }

        return rows;
    }
}
