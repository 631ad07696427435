using Azure.Data.Tables;
using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Traces;

/// <summary>Lists traces by their roots, and finds the spans of one.</summary>
public sealed class TraceLog
{
    /// <summary>Spans of a trace that are shown at most.</summary>
    public const int MaxSpans = 200;

    private const int RowsPerPage = 1000;
    private const int MaxPages = 5;

    // Spans are sent when they end, or a little later. By our clock, because a client's can be years off.
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestTrace = TimeSpan.FromDays(1);

    // Where a trace without a root is looked for.
    private static readonly TimeSpan RootlessWindow = TimeSpan.FromHours(24);

    private readonly LogisterStorage _storage;
    private readonly EventFeed _feed;
    private readonly TimeProvider _time;

    internal TraceLog(LogisterStorage storage, EventFeed feed, TimeProvider time) => (_storage, _feed, _time) = (storage, feed, time);

    /// <summary>A page of traces; one storage call without a filter, at most five with one.</summary>
    /// <param name="project">The project.</param>
    /// <param name="query">Which traces.</param>
    /// <param name="limit">How many at most, 1 to 999.</param>
    /// <param name="after">Where the last page ended; null for the first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<TracePage> ListAsync(ProjectScope project, TraceQuery query, int limit, string? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(query);
        var roots = new List<Span>();
        var pages = 0;
        string? last = null;
        await foreach (var page in _storage.Telemetry.PagesAsync(Range(project.Id, query, after), query.IsUnfiltered ? limit + 1 : RowsPerPage, cancellation: cancellation))
        {
            foreach (var row in page.Values)
            {
                var root = RootSpanRow.Read(row);
                if (query.Matches(root, project.Project.Slug))
                {
                    if (roots.Count == limit)
                    {
                        return new TracePage(roots, last);
                    }

                    roots.Add(root);
                }

                last = row.RowKey;
            }

            if (++pages == MaxPages && page.ContinuationToken is not null)
            {
                return new TracePage(roots, last ?? after);
            }
        }

        return new TracePage(roots, Next: null);
    }

    /// <summary>
    /// The spans of a trace, or null when none are found. Its root tells when they were received, give or take an hour;
    /// without a root the last 24 hours are searched. Only segments whose id filter knows the trace are read.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="traceId">The trace's id.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Trace?> FindAsync(ProjectScope project, string traceId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var root = await FindRootAsync(project.Id, traceId, cancellation);
        var query = new EventQuery
        {
            Types = [EventType.Span],
            TraceId = traceId,
            ReceivedSince = root is null ? _time.GetUtcNow() - RootlessWindow : root.ReceivedAt - DurationOf(root) - LongestDelivery,
            ReceivedUntil = root?.ReceivedAt + LongestDelivery,
        };
        var page = await _feed.ReadAsync(project, query, MaxSpans, after: null, cancellation);
        return page.Items.Count == 0
            ? null
            : new Trace(
                [.. page.Items.Select(static item => (Span: Span.Of(item.Id, item.ReceivedAt, item.Event), Event: item)).OrderBy(static item => item.Span.StartedAt)],
                page.Next is not null);
    }

    private async Task<Span?> FindRootAsync(Guid projectId, string traceId, CancellationToken cancellation)
    {
        var filter = $"{Range(projectId, new TraceQuery(), after: null)} and {TableClient.CreateQueryFilter($"TraceId eq {traceId}")}";
        var pages = 0;
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, RowsPerPage, cancellation: cancellation))
        {
            if (page.Values is [var row, ..])
            {
                return RootSpanRow.Read(row);
            }

            if (++pages == MaxPages)
            {
                break;
            }
        }

        return null;
    }

    private static TimeSpan DurationOf(Span root) => TimeSpan.FromMilliseconds(Math.Min(root.DurationMs, LongestTrace.TotalMilliseconds));

    private static string Range(Guid projectId, TraceQuery query, string? after)
    {
        var from = query.Until is { } until ? RowKeys.RootSpans(until.AddTicks(-1)) : RowKeys.RootSpanPrefix;
        var before = query.Since is { } since ? RowKeys.RootSpans(since.AddTicks(-1)) : RowKeys.After(RowKeys.RootSpanPrefix);
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {RowKeys.Partition(projectId)} and RowKey ge {from} and RowKey lt {before}");
        return after is null ? range : $"{range} and {TableClient.CreateQueryFilter($"RowKey gt {after}")}";
    }
}
