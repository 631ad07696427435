using Azure.Data.Tables;
using Logister.Core.Ingest;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Events;

/// <summary>Reads stored segments back into events.</summary>
internal sealed class SegmentReader(LogisterStorage storage, SegmentBlobs blobs)
{
    /// <summary>One segment by its key; one call, two when it lies in a blob.</summary>
    public async Task<TableEntity?> FindAsync(Guid projectId, SegmentKey key, CancellationToken cancellation) =>
        await storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.Segment(key), cancellation);

    /// <summary>The events of a segment's row with their places, in the order they were sealed; voided ones are left out.</summary>
    public async Task<IReadOnlyList<(int Index, StoredEvent Event)>> EventsOfAsync(Guid projectId, TableEntity row, CancellationToken cancellation)
    {
        var key = SegmentRow.KeyOf(row);
        var voided = SegmentRow.VoidedOf(row);
        var lines = SegmentPayload.Unpack((await BodyOfAsync(projectId, key, row, cancellation)).Span);
        var events = new List<(int, StoredEvent)>(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            if (!voided.Contains(index))
            {
                events.Add((index, new StoredEvent(EventId.At(key, index), key.SealedAt, EventDecoder.Decode(lines[index]))));
            }
        }

        return events;
    }

    private async Task<ReadOnlyMemory<byte>> BodyOfAsync(Guid projectId, SegmentKey key, TableEntity row, CancellationToken cancellation)
    {
        var body = row.GetBoolean(SegmentRow.InBlob) == true
            ? await blobs.TryReadKeptAsync(projectId, key, cancellation)
            : BinaryColumns.Read(row, SegmentRow.Body);
        return body ?? throw new InvalidDataException($"Segment {row.RowKey} has no body.");
    }
}
