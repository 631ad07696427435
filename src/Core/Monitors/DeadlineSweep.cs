using Azure.Data.Tables;
using Logister.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Logister.Core.Monitors;

/// <summary>
/// Finds overdue monitors: reads the deadlines whose time has come, looks at each one's monitor, and either moves the
/// deadline to where it now is or makes the change to missed. Its cost grows with what is due, never with the number of
/// monitors.
/// </summary>
/// <remarks>
/// Cut off after the monitor was changed and before its deadline was deleted, the next sweep finds a monitor that is
/// missed already and deletes the deadline then.
/// </remarks>
public sealed partial class DeadlineSweep
{
    /// <summary>How far ahead a deadline is pushed whose monitor could not be looked at.</summary>
    public static readonly TimeSpan PushAhead = TimeSpan.FromHours(1);

    // A deadline is written just before its monitor is committed; this young, a monitor that says otherwise may be about to change.
    private static readonly TimeSpan TooYoungToDrop = TimeSpan.FromMinutes(10);

    // Before its first commit there is no monitor at all; a message may wait in the queue for longer than that takes.
    private static readonly TimeSpan TooYoungToDropOrphan = TimeSpan.FromHours(1);

    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger<DeadlineSweep> _logger;

    internal DeadlineSweep(LogisterStorage storage, TimeProvider time, ILogger<DeadlineSweep> logger) =>
        (_storage, _time, _logger) = (storage, time, logger);

    /// <summary>Looks at everything due now.</summary>
    /// <param name="cancellation">Ends the sweep between two monitors.</param>
    /// <returns>What was found.</returns>
    public async Task<SweepReport> RunAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var shards = await Task.WhenAll(DeadlineRows.AllShards.Select(shard => SweepShardAsync(shard, now, cancellation)));
        return shards.Aggregate(static (sum, shard) => sum.Plus(shard));
    }

    private async Task<SweepReport> SweepShardAsync(string shard, DateTimeOffset now, CancellationToken cancellation)
    {
        var report = new SweepReport(0, 0, 0, 0);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey lt {DeadlineRows.DueBefore(now)}");
        await foreach (var page in _storage.Deadlines.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            foreach (var row in page.Values)
            {
                cancellation.ThrowIfCancellationRequested();
                report = report.Plus(await LookAtAsync(row, now, cancellation));
            }
        }

        return report;
    }

    private async Task<SweepReport> LookAtAsync(TableEntity row, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await DecideAsync(row, now, cancellation);
        }
#pragma warning disable CA1031 // Do not catch general exception types: one monitor that cannot be looked at must not hide the others; it is reported and comes again.
        catch (Exception failure) when (failure is not OperationCanceledException && !StorageOutage.Is(failure))
#pragma warning restore CA1031
        {
            PushedAhead(failure, DeadlineRows.MonitorOf(row), DeadlineRows.ProjectOf(row));
            await MoveAsync(row, now + PushAhead, now, cancellation);
            return new SweepReport(0, 0, 0, Failed: 1);
        }
    }

    private async Task<SweepReport> DecideAsync(TableEntity row, DateTimeOffset now, CancellationToken cancellation)
    {
        var (projectId, monitorId) = (DeadlineRows.ProjectOf(row), DeadlineRows.MonitorOf(row));
        var age = now - DeadlineRows.WrittenAtOf(row);
        var stored = await _storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.Monitor(monitorId), cancellation);
        if (stored is null)
        {
            return await DropAsync(row, age >= TooYoungToDropOrphan, cancellation);
        }

        var monitor = CheckInMonitorRow.Read(stored);
        var verdict = MonitorClock.At(monitor, now);
        if (verdict.NextDeadline is { } next)
        {
            await MoveAsync(row, next, now, cancellation);
            return new SweepReport(0, Moved: 1, 0, 0);
        }

        if (monitor.Status == verdict.Status)
        {
            return await DropAsync(row, age >= TooYoungToDrop, cancellation);
        }

        var changed = monitor with { Status = verdict.Status, StatusSince = verdict.Since, UpdatedAt = now };
        if (!await TryCommitAsync(projectId, monitor, changed, stored.ETag, cancellation))
        {
            // A check-in got in between; what it left behind is looked at in a minute.
            return new SweepReport(0, 0, 0, 0);
        }

        BecameMissed(changed.Id, projectId, changed.StatusSince);
        await _storage.Deadlines.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        return new SweepReport(Missed: 1, 0, 0, 0);
    }

    private async Task<bool> TryCommitAsync(Guid projectId, CheckInMonitor before, CheckInMonitor after, Azure.ETag version, CancellationToken cancellation)
    {
        try
        {
            await _storage.Telemetry.SubmitAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, CheckInMonitorRow.Write(projectId, after), version),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, MonitorHistoryRow.Change(projectId, before, after)),
                ],
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }

    // Insert and delete in one transaction: both rows are in the monitor's shard.
    private Task MoveAsync(TableEntity row, DateTimeOffset deadline, DateTimeOffset now, CancellationToken cancellation)
    {
        var moved = DeadlineRows.Row(DeadlineRows.ProjectOf(row), DeadlineRows.MonitorOf(row), deadline, now);
        return moved.RowKey == row.RowKey
            ? Task.CompletedTask
            : _storage.Deadlines.SubmitAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, moved),
                    new TableTransactionAction(TableTransactionActionType.Delete, row, Azure.ETag.All),
                ],
                cancellation);
    }

    private async Task<SweepReport> DropAsync(TableEntity row, bool oldEnough, CancellationToken cancellation)
    {
        if (oldEnough)
        {
            await _storage.Deadlines.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }

        return new SweepReport(0, 0, Dropped: oldEnough ? 1 : 0, 0);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Monitor {MonitorId} of project {ProjectId} is missed since {Since}")]
    private partial void BecameMissed(Guid monitorId, Guid projectId, DateTimeOffset since);

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadline of monitor {MonitorId} of project {ProjectId} was pushed an hour ahead because it failed")]
    private partial void PushedAhead(Exception failure, Guid monitorId, Guid projectId);
}
