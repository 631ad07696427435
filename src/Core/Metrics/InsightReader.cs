using Logister.Core.Events;
using Logister.Core.Projects;

namespace Logister.Core.Metrics;

/// <summary>
/// Adds up a window. Hours and days come from the hourly rollups: one storage call, exact but for percentiles, which are
/// within <see cref="DurationHistogram.RelativeError"/>. Minutes, and anything filtered, are counted from the events
/// received last, up to <see cref="MaxEvents"/>; when that does not reach back far enough the answer says so.
/// </summary>
public sealed class InsightReader
{
    /// <summary>Events read at most; two storage calls for each thousand of them when segments are full.</summary>
    public const int MaxEvents = PageSize * MaxPages;

    private const int PageSize = 1000;
    private const int MaxPages = 20;

    private readonly Rollups _rollups;
    private readonly EventFeed _feed;
    private readonly TimeProvider _time;

    internal InsightReader(Rollups rollups, EventFeed feed, TimeProvider time) => (_rollups, _feed, _time) = (rollups, feed, time);

    /// <summary>The window's buckets.</summary>
    /// <param name="project">The project.</param>
    /// <param name="query">Which window, and of which events.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<Insights> ReadAsync(ProjectScope project, InsightQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = _time.GetUtcNow();
        var starts = query.Window.BucketsUntil(now);
        var buckets = starts.ToDictionary(static start => start, static start => new HourlyRollup { Hour = start });
        var coveredSince = query.NeedsEvents
            ? await CountEventsAsync(project, query, buckets, starts[0], cancellation)
            : await AddRollupsAsync(project, query.Window, buckets, starts[0], now, cancellation);
        var total = new HourlyRollup { Hour = starts[0] };
        foreach (var start in starts)
        {
            total.Merge(buckets[start]);
        }

        return new Insights([.. starts.Select(start => buckets[start])], total, query.NeedsEvents, coveredSince);
    }

    private async Task<DateTimeOffset> AddRollupsAsync(
        ProjectScope project, InsightWindow window, Dictionary<DateTimeOffset, HourlyRollup> buckets, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var hour in await _rollups.ReadAsync(project, since, now, cancellation))
        {
            buckets[window.BucketOf(hour.Hour)].Merge(hour);
        }

        return since;
    }

    private async Task<DateTimeOffset> CountEventsAsync(
        ProjectScope project, InsightQuery query, Dictionary<DateTimeOffset, HourlyRollup> buckets, DateTimeOffset since, CancellationToken cancellation)
    {
        FeedPosition? after = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var read = await _feed.ReadAsync(project, query.Events(since), PageSize, after, cancellation);
            foreach (var value in read.Items.Select(static item => item.Event))
            {
                // A clock that runs ahead puts an event into a bucket that is not shown yet.
                if (buckets.TryGetValue(query.Window.BucketOf(value.OccurredAt), out var bucket))
                {
                    bucket.Add(value);
                }
            }

            if (read.Next is null)
            {
                return since;
            }

            after = read.Next;
        }

        return after!.Value.ReceivedAt;
    }
}
