using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Logister.Core.Ingest;
using Logister.Core.Monitors;
using Logister.Core.Segments;
using Logister.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Logister.Core.Commit;

/// <summary>
/// Commits one project's segments, one at a time in this process, each in a single entity group transaction: the segment,
/// its receipts, and everything its events change. A lane remembers the versions it wrote, so that no read precedes a write
/// unless another instance got in between.
/// </summary>
/// <remarks>
/// Order of writes: deadlines, transaction, then the claim's blob is deleted. Cut off after the deadlines, a row waits for
/// a monitor that does not exist; the sweep leaves it an hour and drops it. Cut off after the transaction, or its answer
/// lost, the message comes again and meets the segment's own row. Cut off before the blob is deleted, the message comes
/// again, finds the segment stored, and deletes it then.
/// </remarks>
#pragma warning disable CA1001 // Types that own disposable fields should be disposable: the semaphore's wait handle is never asked for, so it holds nothing.
internal sealed partial class CommitLane(Guid projectId, LogisterStorage storage, SegmentBlobs blobs, TimeProvider time, ILogger<CommitLane> logger)
#pragma warning restore CA1001
{
    /// <summary>Tries against other instances' writes before the message goes back to the queue.</summary>
    private const int MaxConflicts = 12;

    private const int MaxJitterMs = 50;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ProjectState _state = new();
    private readonly StateLoader _loader = new(projectId, storage.Telemetry);

    public bool IsIdle => _turn.CurrentCount == 1;

    public async Task CommitAsync(SealedSegment segment, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var fromBlob = segment.Payload.IsEmpty;
            if (fromBlob)
            {
                // Gone because a cut-off run had stored the segment and deleted it: reading the row tells.
                if (await blobs.TryReadAsync(projectId, segment.Key, cancellation) is not { } payload)
                {
                    await RequireStoredAsync(segment, cancellation);
                    return;
                }

                segment = segment with { Payload = payload };
            }

            await CommitContentAsync(new SegmentContent(segment), cancellation);
            if (fromBlob)
            {
                await blobs.DeleteClaimAsync(segment, cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task CommitContentAsync(SegmentContent content, CancellationToken cancellation)
    {
        for (var conflicts = 0; ;)
        {
            await _loader.LoadAsync(content, _state, cancellation);
            var now = time.GetUtcNow();
            var plan = SegmentPlan.Make(content, _state, now);
            foreach (var deadline in plan.Deadlines)
            {
                await storage.Deadlines.InsertOrReplaceAsync(DeadlineRows.Row(projectId, deadline.MonitorId, deadline.At, now), cancellation);
            }

            try
            {
                var etags = await storage.Telemetry.SubmitAsync([.. plan.Rows.Select(static row => row.Action)], cancellation);
                for (var row = 0; row < plan.Rows.Count; row++)
                {
                    plan.Rows[row].Learn?.Invoke(etags[row]);
                }

                return;
            }
            catch (TableTransactionFailedException refused) when (refused.FailedTransactionActionIndex is { } index)
            {
                if (await IsSettledAsync(content, plan.Rows[index], refused, cancellation))
                {
                    return;
                }

                if (plan.Rows[index].Kind == RowKind.State)
                {
                    if (++conflicts > MaxConflicts)
                    {
                        throw;
                    }

                    // Storage names one changed row, but whoever changed it may have changed them all.
                    foreach (var row in plan.Rows)
                    {
                        row.Forget?.Invoke();
                    }

                    await Task.Delay(RandomNumberGenerator.GetInt32(MaxJitterMs), cancellation);
                }
            }
        }
    }

    /// <summary>Draws the consequence of a refused row.</summary>
    /// <returns>Whether nothing is left to do; otherwise the rest is planned anew.</returns>
    private async Task<bool> IsSettledAsync(SegmentContent content, PlannedRow row, RequestFailedException refused, CancellationToken cancellation)
    {
        var conflict = refused.Status is 409 or 412 or 404;
        switch (row.Kind)
        {
            case RowKind.Segment when conflict:
                AlreadyStored(projectId, content.Segment.Key.ToSortable());
                return true;
            case RowKind.Receipt when conflict:
                await VoidRepeatsAsync(content, cancellation);
                return false;
            case RowKind.State when conflict:
                return false;
            default:
                // A row storage will never take: its events leave with it, the others stay.
                if (row.Events.Count == 0 || StorageOutage.Is(refused))
                {
                    throw refused;
                }

                foreach (var index in row.Events)
                {
                    content.DeadLetter(index, $"Storage refused it: {refused.ErrorCode} ({refused.Status}).");
                }

                row.Forget?.Invoke();
                DeadLettered(projectId, row.Events.Count, refused.ErrorCode ?? "unknown", refused.Status);
                return false;
        }
    }

    // A repeat seldom comes alone (a batch sent again), so all receipts are looked at once rather than failing one by one.
    private async Task VoidRepeatsAsync(SegmentContent content, CancellationToken cancellation)
    {
        var brought = content.Live.Where(static item => item.Event.Uuid is not null).ToList();
        var receipts = await Task.WhenAll(brought.Select(item =>
            storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.Receipt(item.Event.Uuid!.Value), cancellation)));
        for (var at = 0; at < brought.Count; at++)
        {
            if (receipts[at] is not null)
            {
                content.VoidAsRepeat(brought[at].Index);
            }
        }
    }

    private async Task RequireStoredAsync(SealedSegment segment, CancellationToken cancellation)
    {
        if (await storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.Segment(segment.Key), cancellation) is null)
        {
            throw new InvalidDataException($"Segment {segment.Key.ToSortable()} has neither its blob nor its row.");
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Segment {Segment} of project {ProjectId} was stored already")]
    private partial void AlreadyStored(Guid projectId, string segment);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} events of project {ProjectId} became dead letters: storage refused their row with {Code} ({Status})")]
    private partial void DeadLettered(Guid projectId, int count, string code, int status);
}
