using Azure;
using Azure.Data.Tables;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Monitors;

/// <summary>Pauses, resumes and deletes monitors, against commit lanes and the sweep, which write them too.</summary>
/// <remarks>
/// Resuming writes the deadline first and the monitor second, as a commit does: cut off in between, the sweep drops the
/// deadline of a monitor that is still paused. Pausing leaves the deadline to the sweep. Deleting removes the history, a
/// transaction at a time, and the monitor last and only in the version found before: cut off in between, it can be repeated,
/// and a check-in that comes meanwhile makes it start over, so that no line of history is left without its monitor. The
/// sweep drops the deadline. Only a new check-in brings a deleted monitor back, and it starts with a history of its own.
/// </remarks>
public sealed class MonitorControl
{
    private const int TransactionRows = 100;

    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;

    internal MonitorControl(LogisterStorage storage, TimeProvider time) => (_storage, _time) = (storage, time);

    /// <summary>Stops telling anybody about a monitor; its check-ins go on being recorded.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The monitor's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The monitor; null when there is none.</returns>
    /// <exception cref="TimeoutException">Check-ins were faster every time.</exception>
    public Task<CheckInMonitor?> PauseAsync(ProjectScope project, Guid id, CancellationToken cancellation) =>
        ChangeAsync(project, id, MonitorPause.Pause, cancellation);

    /// <summary>Watches a monitor again. What it missed while paused makes it missed now.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The monitor's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The monitor; null when there is none.</returns>
    /// <exception cref="TimeoutException">Check-ins were faster every time.</exception>
    public Task<CheckInMonitor?> ResumeAsync(ProjectScope project, Guid id, CancellationToken cancellation) =>
        ChangeAsync(project, id, MonitorPause.Resume, cancellation);

    /// <summary>Removes a monitor and its history.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The monitor's id.</param>
    /// <param name="cancellation">Ends it between two calls; what is left can be deleted later.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="TimeoutException">Check-ins were faster every time.</exception>
    public async Task<bool> DeleteAsync(ProjectScope project, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var partition = RowKeys.Partition(project.Id);
        for (var tries = 0; tries < RowChange.MaxTries; tries++)
        {
            if (await _storage.Telemetry.FindAsync(partition, RowKeys.Monitor(id), cancellation) is not { } found)
            {
                return tries > 0;
            }

            if (await TryDeleteHistoryAsync(partition, id, cancellation)
                && await TrySubmitAsync([new TableTransactionAction(TableTransactionActionType.Delete, found, found.ETag)], cancellation))
            {
                return true;
            }
        }

        throw new TimeoutException("Check-ins kept coming while their monitor was to be deleted.");
    }

    /// <returns>Whether all of it is gone; not so when another deletion took a row of the same transaction first.</returns>
    private async Task<bool> TryDeleteHistoryAsync(string partition, Guid id, CancellationToken cancellation)
    {
        var prefix = RowKeys.HistoryOf(id);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {RowKeys.After(prefix)}");
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, TransactionRows, ["PartitionKey", "RowKey"], cancellation))
        {
            if (page.Values.Count > 0
                && !await TrySubmitAsync([.. page.Values.Select(static row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<CheckInMonitor?> ChangeAsync(
        ProjectScope project, Guid id, Func<CheckInMonitor, DateTimeOffset, CheckInMonitor> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        for (var tries = 0; tries < RowChange.MaxTries; tries++)
        {
            if (await _storage.Telemetry.FindAsync(RowKeys.Partition(project.Id), RowKeys.Monitor(id), cancellation) is not { } found)
            {
                return null;
            }

            var now = _time.GetUtcNow();
            var before = CheckInMonitorRow.Read(found);
            var after = change(before, now);
            if (ReferenceEquals(before, after) || await TryWriteAsync(project.Id, before, after, found.ETag, now, cancellation))
            {
                return after;
            }

            await RowChange.PauseAsync(cancellation);
        }

        throw new TimeoutException("Check-ins kept coming while their monitor was to be changed.");
    }

    private async Task<bool> TryWriteAsync(
        Guid projectId, CheckInMonitor before, CheckInMonitor after, ETag version, DateTimeOffset now, CancellationToken cancellation)
    {
        if (DeadlineWatch.Needed(before, after) is { } deadline)
        {
            await _storage.Deadlines.InsertOrReplaceAsync(DeadlineRows.Row(projectId, after.Id, deadline, now), cancellation);
        }

        return await TrySubmitAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, CheckInMonitorRow.Write(projectId, after), version),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, MonitorHistoryRow.Decision(projectId, before, after, now)),
            ],
            cancellation);
    }

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await _storage.Telemetry.SubmitAsync(actions, cancellation);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }
}
