using Azure.Data.Tables;
using Logister.Core.Ingest;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Events;

/// <summary>Reads stored segments back into events.</summary>
internal sealed class SegmentReader(LogisterStorage storage, SegmentBlobs blobs)
{
    // Few strangers lie between segments this close together, so reading past them costs less than another call.
    private const int LongestGapMs = 2000;

    private const int MaxRowsPerPage = 1000;

    /// <summary>One segment by its key; one call, two when it lies in a blob.</summary>
    public async Task<TableEntity?> FindAsync(Guid projectId, SegmentKey key, CancellationToken cancellation) =>
        await storage.Telemetry.FindAsync(RowKeys.Partition(projectId), RowKeys.Segment(key), cancellation);

    /// <summary>
    /// The rows of several segments, those that still exist. Segments sealed close together are read as one range, one
    /// call however many they are; what lies between them unasked for is left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<SegmentKey, TableEntity>> FindAsync(Guid projectId, IEnumerable<SegmentKey> keys, CancellationToken cancellation)
    {
        var wanted = keys.ToHashSet();
        var runs = await Task.WhenAll(RunsOf(wanted).Select(run => ReadRunAsync(projectId, run, cancellation)));
        return runs.SelectMany(static rows => rows)
            .Select(static row => KeyValuePair.Create(SegmentRow.KeyOf(row), row))
            .Where(row => wanted.Contains(row.Key))
            .ToDictionary();
    }

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

    // In the order of the rows, which is newest first; a new run wherever two are too far apart.
    private static List<List<SegmentKey>> RunsOf(IEnumerable<SegmentKey> keys)
    {
        var runs = new List<List<SegmentKey>>();
        foreach (var key in keys.OrderBy(static key => key.ToSortable(), StringComparer.Ordinal))
        {
            if (runs.Count == 0 || runs[^1][^1].SealedAtMs - key.SealedAtMs > LongestGapMs)
            {
                runs.Add([]);
            }

            runs[^1].Add(key);
        }

        return runs;
    }

    private async Task<IReadOnlyList<TableEntity>> ReadRunAsync(Guid projectId, List<SegmentKey> run, CancellationToken cancellation)
    {
        if (run is [var only])
        {
            return await FindAsync(projectId, only, cancellation) is { } row ? [row] : [];
        }

        var rows = new List<TableEntity>(run.Count);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(projectId)} and RowKey ge {RowKeys.Segment(run[0])} and RowKey le {RowKeys.Segment(run[^1])}");
        await foreach (var page in storage.Telemetry.PagesAsync(filter, MaxRowsPerPage, cancellation: cancellation))
        {
            rows.AddRange(page.Values);
        }

        return rows;
    }

    private async Task<ReadOnlyMemory<byte>> BodyOfAsync(Guid projectId, SegmentKey key, TableEntity row, CancellationToken cancellation)
    {
        var body = row.GetBoolean(SegmentRow.InBlob) == true
            ? await blobs.TryReadKeptAsync(projectId, key, cancellation)
            : BinaryColumns.Read(row, SegmentRow.Body);
        return body ?? throw new InvalidDataException($"Segment {row.RowKey} has no body.");
    }
}
