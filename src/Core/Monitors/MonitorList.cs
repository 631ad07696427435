using Azure.Data.Tables;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Monitors;

/// <summary>Reads a project's monitors, each as it is doing at the moment of reading.</summary>
public sealed class MonitorList
{
    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;

    internal MonitorList(LogisterStorage storage, TimeProvider time) => (_storage, _time) = (storage, time);

    /// <summary>Every monitor, the one that changed last first; a storage call for each thousand.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<CheckInMonitor>> ReadAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {RowKeys.MonitorPrefix} and RowKey lt {RowKeys.After(RowKeys.MonitorPrefix)}");
        var monitors = new List<CheckInMonitor>();
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            monitors.AddRange(page.Values.Select(CheckInMonitorRow.Read).Select(AsOfNow));
        }

        return [.. monitors.OrderByDescending(static monitor => monitor.UpdatedAt).ThenBy(static monitor => monitor.Id)];
    }

    /// <summary>One monitor; one storage call.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The monitor's id.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<CheckInMonitor?> FindAsync(ProjectScope project, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        return await _storage.Telemetry.FindAsync(RowKeys.Partition(project.Id), RowKeys.Monitor(id), cancellation) is { } row
            ? AsOfNow(CheckInMonitorRow.Read(row))
            : null;
    }

    // The sweep may not have been here yet; what is shown is true all the same.
    private CheckInMonitor AsOfNow(CheckInMonitor monitor)
    {
        var verdict = MonitorClock.At(monitor, _time.GetUtcNow());
        return monitor with { Status = verdict.Status, StatusSince = verdict.Since };
    }
}
