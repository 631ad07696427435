using Azure.Data.Tables;
using Logister.Core.Commit;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Events;

/// <summary>
/// Follows a project: what was committed since the last poll, in that order. Nothing is left out and nothing comes twice,
/// however late a segment is committed.
/// </summary>
/// <remarks>
/// The feed's order, which is that of sealing, cannot be followed: a segment is committed seconds after it was sealed, or
/// hours after an outage, and would appear behind a reader's back. So each commit takes the next place of a second order:
/// its transaction moves the project's head from n to n + 1, naming the version of the head it saw, and inserts row n + 1
/// with the segment's key. Both or neither happen, and of two transactions that saw the same head one is refused. Hence
/// <list type="number">
/// <item>places have no gaps, and no two segments share one;</item>
/// <item>place n + 1 is taken only after place n was committed, so whoever sees it (a partition's queries see whole
/// transactions) sees all before it;</item>
/// <item>so reading on from a place in the order of places returns each segment once, and a position never has anything
/// new before it.</item>
/// </list>
/// Retention may remove the oldest segments; a reader that comes later than that finds their places empty and goes on.
/// A poll costs one call when nothing is new, and one more for each group of new segments sealed close together.
/// A list answers with a position read <em>before</em> the list itself: an event committed between the two is returned by
/// both, never by neither.
/// </remarks>
public sealed class EventPoll
{
    /// <summary>Bodies one poll reads at most; the next one goes on.</summary>
    public const int MaxSegments = 128;

    private const int PlacesPerPage = 500;
    private const int SegmentsPerStep = 16;

    private readonly LogisterStorage _storage;
    private readonly SegmentReader _reader;

    internal EventPoll(LogisterStorage storage, SegmentReader reader) => (_storage, _reader) = (storage, reader);

    /// <summary>The position behind everything committed so far; one storage call.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<PollPosition> NowAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var head = await _storage.Telemetry.FindAsync(RowKeys.Partition(project.Id), RowKeys.CommitHead, cancellation);
        return new PollPosition((head is null ? 0 : CommitHeadRow.Read(head).Sequence) + 1, 0);
    }

    /// <summary>The matching events from a position on.</summary>
    /// <param name="project">The project.</param>
    /// <param name="query">Which events.</param>
    /// <param name="limit">How many at most, 1 or more.</param>
    /// <param name="from">Where the last poll, or a list, ended.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<PollPage> ReadAsync(ProjectScope project, EventQuery query, int limit, PollPosition from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(query);
        var page = new PollPageBuilder(query, limit, from);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {RowKeys.CommitOrder(from.Sequence)} and RowKey lt {RowKeys.After(RowKeys.CommitOrderPrefix)}");
        var read = 0;
        await foreach (var places in _storage.Telemetry.PagesAsync(filter, PlacesPerPage, cancellation: cancellation))
        {
            for (var at = 0; at < places.Values.Count;)
            {
                var step = Step(places.Values, at, query, page.Missing);
                var wanted = step.Where(place => CommitOrderRow.CountOf(place, query.EffectiveTypes) > 0).Select(CommitOrderRow.SegmentOf).ToList();
                var bodies = await _reader.FindAsync(project.Id, wanted, cancellation);
                foreach (var place in step)
                {
                    var events = bodies.TryGetValue(CommitOrderRow.SegmentOf(place), out var row) ? await _reader.EventsOfAsync(project.Id, row, cancellation) : [];
                    if (page.Add(CommitOrderRow.SequenceOf(place), events))
                    {
                        return page.Done();
                    }
                }

                at += step.Count;
                read += wanted.Count;
                if (read >= MaxSegments)
                {
                    return page.Done();
                }
            }
        }

        return page.Done();
    }

    // Without a filter the counts tell how many segments fill the page; places that hold nothing wanted cost no body.
    private static List<TableEntity> Step(IReadOnlyList<TableEntity> places, int at, EventQuery query, int missing)
    {
        var step = new List<TableEntity>();
        int events = 0, bodies = 0;
        for (; at < places.Count && bodies < SegmentsPerStep && (!query.IsTypeOnly || events < missing); at++)
        {
            var held = CommitOrderRow.CountOf(places[at], query.EffectiveTypes);
            events += held;
            bodies += held > 0 ? 1 : 0;
            step.Add(places[at]);
        }

        return step;
    }
}
