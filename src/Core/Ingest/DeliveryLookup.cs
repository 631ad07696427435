using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Logister.Core.Commit;
using Logister.Core.Projects;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Ingest;

/// <summary>Finds out what became of an event that was accepted.</summary>
public sealed class DeliveryLookup
{
    // The queue gives up on a message within minutes, but waits as long as an outage of storage lasts.
    private static readonly TimeSpan LongestInQueue = TimeSpan.FromDays(1);

    // Instances' clocks may differ by this much.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private static readonly string[] SegmentColumns = [SegmentRow.Count, SegmentRow.Voided];

    private readonly LogisterStorage _storage;
    private readonly RecentUuids _recent;
    private readonly TimeProvider _time;

    internal DeliveryLookup(LogisterStorage storage, RecentUuids recent, TimeProvider time) => (_storage, _recent, _time) = (storage, recent, time);

    /// <summary>
    /// What became of an event: one storage call when we gave its id and it is stored, up to four when the client brought it.
    /// </summary>
    /// <param name="project">The project it was sent to.</param>
    /// <param name="id">The id its sender was told.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <returns>Null when no such event was accepted, or it is too long ago to tell.</returns>
    public async Task<Delivery?> FindAsync(ProjectScope project, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var projectId = project.Id;
        var isOurs = EventId.TryLocate(id, out var segment, out var index);
        if (isOurs && await AtAddressAsync(projectId, id, segment, index, cancellation) is { } located)
        {
            return located;
        }

        // A receipt, or the row of a deployment, is written in the transaction that stores the event.
        if (await HoldsAsync(projectId, RowKeys.Receipt(id), cancellation))
        {
            return new Delivery(DeliveryState.Stored);
        }

        if (isOurs && IsRecent(segment))
        {
            return new Delivery(DeliveryState.Queued);
        }

        if (await HoldsAsync(projectId, RowKeys.Deployment(id), cancellation))
        {
            return new Delivery(DeliveryState.Stored);
        }

        return await DeadLetteredAsync(projectId, id, cancellation)
            ?? (_recent.Holds(projectId, id) ? new Delivery(DeliveryState.Queued) : null);
    }

    private async Task<Delivery?> AtAddressAsync(Guid projectId, Guid id, SegmentKey segment, int index, CancellationToken cancellation)
    {
        var row = await _storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.Segment(segment), SegmentColumns, cancellation);
        if (row is null || index >= row.GetInt32(SegmentRow.Count))
        {
            return null;
        }

        if (!SegmentRow.VoidedOf(row).Contains(index))
        {
            return new Delivery(DeliveryState.Stored);
        }

        return await _storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.DeadLetter(segment.SealedAt, id), [DeadLetterRow.Reason], cancellation) is { } letter
            ? new Delivery(DeliveryState.DeadLettered, letter.GetString(DeadLetterRow.Reason))
            : new Delivery(DeliveryState.Duplicate);
    }

    private bool IsRecent(SegmentKey segment)
    {
        var age = _time.GetUtcNow() - segment.SealedAt;
        return age > -ClockTolerance && age < LongestInQueue;
    }

    private async Task<bool> HoldsAsync(Guid projectId, string row, CancellationToken cancellation) =>
        await _storage.Telemetry.FindAsync(RowKeys.Partition(projectId), row, ["RowKey"], cancellation) is not null;

    // Dead letters are few, so the ones of a project are looked through.
    private async Task<Delivery?> DeadLetteredAsync(Guid projectId, Guid id, CancellationToken cancellation)
    {
        var range = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(projectId)} and RowKey ge {RowKeys.DeadLetterPrefix} and RowKey lt {RowKeys.After(RowKeys.DeadLetterPrefix)}");
        var filter = $"{range} and {TableClient.CreateQueryFilter(FormattableStringFactory.Create(DeadLetterRow.EventId + " eq {0}", id))}";
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, pageSize: 1, [DeadLetterRow.Reason], cancellation))
        {
            if (page.Values.Count > 0)
            {
                return new Delivery(DeliveryState.DeadLettered, page.Values[0].GetString(DeadLetterRow.Reason));
            }
        }

        return null;
    }
}
