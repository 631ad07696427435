using Azure.Data.Tables;
using Logister.Core.Projects;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Events;

/// <summary>
/// The activity feed: every event of a project, the one received last first. It first reads what the rows say without
/// their bodies, then the bodies of just the segments that can hold a match.
/// </summary>
public sealed class EventFeed
{
    /// <summary>Bodies one request reads at most; a search that has found too little by then goes on with the next page.</summary>
    public const int MaxSegments = 256;

    /// <summary>Pages of rows without bodies one request reads at most, for searches that match next to nothing.</summary>
    public const int MaxHeadPages = 20;

    private const int HeadsPerPage = 250;

    // With a filter nobody knows how many match: bodies are read in steps of this.
    private const int SegmentsPerStep = 32;

    private static readonly string[] HeadColumns =
    [
        "RowKey", SegmentRow.Oldest, SegmentRow.Newest,
        .. Enum.GetValues<EventType>().Select(SegmentRow.CountOf),
    ];

    private readonly LogisterStorage _storage;
    private readonly SegmentReader _reader;

    internal EventFeed(LogisterStorage storage, SegmentReader reader) => (_storage, _reader) = (storage, reader);

    /// <summary>A page of events.</summary>
    /// <param name="project">The project.</param>
    /// <param name="query">Which events.</param>
    /// <param name="limit">How many at most, 1 or more.</param>
    /// <param name="after">Where the last page ended; null for the first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<EventPage> ReadAsync(ProjectScope project, EventQuery query, int limit, FeedPosition? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(query);
        var page = new FeedPageBuilder(query, limit, after);
        var columns = HeadColumns.Concat(query.Ids.Select(static id => id.Column));
        int read = 0, headPages = 0;
        await foreach (var heads in _storage.Telemetry.PagesAsync(Filter(project.Id, query, after), HeadsPerPage, columns, cancellation))
        {
            var candidates = heads.Values.Where(query.MayMatch).ToList();
            for (var at = 0; at < candidates.Count;)
            {
                if (read >= MaxSegments)
                {
                    return page.CutShort(passed: null);
                }

                var step = candidates.GetRange(at, StepLength(candidates, at, query, page.Missing, after));
                foreach (var row in await BodiesAsync(project.Id, heads.Values, step, query, cancellation))
                {
                    if (page.Add(SegmentRow.KeyOf(row), await _reader.EventsOfAsync(project.Id, row, cancellation)))
                    {
                        return page.Full();
                    }
                }

                at += step.Count;
                read += step.Count;
            }

            if (++headPages == MaxHeadPages && heads.ContinuationToken is not null)
            {
                return page.CutShort(heads.Values is [.., var last] ? SegmentRow.KeyOf(last) : null);
            }
        }

        return page.Complete();
    }

    private static string Filter(Guid projectId, EventQuery query, FeedPosition? after)
    {
        var newest = query.ReceivedUntil is { } until ? RowKeys.Segment(new SegmentKey(until.ToUnixTimeMilliseconds() - 1, 0)) : RowKeys.SegmentPrefix;
        var from = after is { } position ? RowKeys.Segment(position.Segment) : newest;
        var before = query.EarliestReceipt is { } earliest
            ? RowKeys.Segment(new SegmentKey(Math.Max(earliest.ToUnixTimeMilliseconds(), 1) - 1, 0))
            : RowKeys.After(RowKeys.SegmentPrefix);
        return Range(projectId, from, before, query);
    }

    private static string Range(Guid projectId, string from, string before, EventQuery query)
    {
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {RowKeys.Partition(projectId)} and RowKey ge {from} and RowKey lt {before}");
        return $"{range} and ({string.Join(" or ", query.EffectiveTypes.Select(SegmentRow.Holding))})";
    }

    // Without a filter the counts say how many segments fill the page, one more to learn whether there is a next one.
    private static int StepLength(List<TableEntity> candidates, int at, EventQuery query, int missing, FeedPosition? after)
    {
        var left = candidates.Count - at;
        if (!query.IsTypeOnly)
        {
            return Math.Min(left, SegmentsPerStep);
        }

        var length = 0;
        for (var events = 0; length < left && events <= missing; length++)
        {
            events += LeftIn(candidates[at + length], query, after);
        }

        return length;
    }

    // Of the segment the last page ended in, only what stands before that place.
    private static int LeftIn(TableEntity head, EventQuery query, FeedPosition? after)
    {
        var count = query.EffectiveTypes.Sum(type => head.GetInt32(SegmentRow.CountOf(type)) ?? 0);
        return after is { } start && SegmentRow.KeyOf(head) == start.Segment ? Math.Min(count, start.Index) : count;
    }

    // Neighbours are read as a range in one call; scattered ones each by its key, all at once.
    private async Task<IReadOnlyList<TableEntity>> BodiesAsync(
        Guid projectId, IReadOnlyList<TableEntity> heads, List<TableEntity> wanted, EventQuery query, CancellationToken cancellation)
    {
        var first = heads.TakeWhile(head => head.RowKey != wanted[0].RowKey).Count();
        if (heads.Skip(first).Take(wanted.Count).Select(static head => head.RowKey).SequenceEqual(wanted.Select(static head => head.RowKey)))
        {
            var rows = new List<TableEntity>(wanted.Count);
            var range = Range(projectId, wanted[0].RowKey, RowKeys.After(wanted[^1].RowKey), query);
            await foreach (var page in _storage.Telemetry.PagesAsync(range, wanted.Count, cancellation: cancellation))
            {
                rows.AddRange(page.Values);
            }

            return rows;
        }

        var found = await Task.WhenAll(wanted.Select(head => _reader.FindAsync(projectId, SegmentRow.KeyOf(head), cancellation)));
        return [.. found.OfType<TableEntity>()];
    }
}
