using Logister.Core.Events;
using Logister.Core.Metrics;
using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Metrics;

/// <summary>Shows what happened in a window: totals, timelines and what there is to filter by.</summary>
public sealed class ShowInsights(Gate gate, InsightReader reader, EventFeed feed, TimeProvider time)
{
    private const int AttributeSample = 500;

    /// <summary><c>GET /api/v1/cli/projects/{project}/insights</c></summary>
    [Function("ShowInsights")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/insights")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var query = InsightParameters.Read(request);
        var insights = await reader.ReadAsync(scope, query, cancellation);
        var attributes = await AttributesAsync(scope, insights, cancellation);
        return Results.Json(Answer(query, insights, Selected(request, insights), attributes), ApiJson.Default.InsightsAnswer);
    }

    private static IReadOnlyList<MetricSeries> Selected(HttpRequest request, Insights insights) => InsightParameters.Metrics(request, insights) is { Count: > 0 } asked
        ? asked
        : [.. MetricSeries.BuiltIn.Where(static series => MetricSeries.Defaults.Contains(series.Key))];

    private InsightsAnswer Answer(InsightQuery query, Insights insights, IReadOnlyList<MetricSeries> selected, IReadOnlyList<AttributeItem> attributes) => new(
        time.GetUtcNow(),
        query.Window.Name,
        query.Window.BucketName,
        [.. insights.Buckets.Select(static bucket => bucket.Hour)],
        new InsightFilters(query.Environment, query.Release),
        query.Attributes.ToDictionary(static filter => filter.Key, static filter => filter.Value),
        Totals(insights.Total),
        [.. EventTypeNames.InFeed.Select(EventTypeNames.Name)],
        [.. insights.Buckets.Select(TimelinePoint.Of)],
        [.. EventTypeNames.InFeed.Select(type => new ValueCount(type.Name(), CountOf(insights.Total, type)))],
        [.. InsightParameters.Catalog(insights).Select(series => MetricItem.Of(series, insights))],
        [.. selected.Select(static series => series.Key)],
        [.. selected.Select(series => SeriesItem.Of(series, insights))],
        ValuesOf(insights.Total, "environment"),
        ValuesOf(insights.Total, "release"),
        attributes,
        InsightSource.Of(insights));

    private async Task<IReadOnlyList<AttributeItem>> AttributesAsync(ProjectScope scope, Insights insights, CancellationToken cancellation)
    {
        var latest = await feed.ReadAsync(scope, new EventQuery { ReceivedSince = insights.Buckets[0].Hour }, AttributeSample, after: null, cancellation);
        return
        [
            .. ContextAttributes.Of(latest.Items.Select(static item => item.Event))
                .Select(static key => new AttributeItem(key.Key, [.. key.Values.Select(static value => new ValueCount(value.Key, value.Value))])),
        ];
    }

    private static Dictionary<string, long> Totals(HourlyRollup total) => new(StringComparer.Ordinal)
    {
        ["events"] = EventTypeNames.InFeed.Sum(type => CountOf(total, type)),
        ["errors"] = CountOf(total, EventType.Error),
        ["transactions"] = CountOf(total, EventType.Transaction),
        ["metrics"] = CountOf(total, EventType.Metric),
        ["logs"] = CountOf(total, EventType.Log),
        ["check_ins"] = CountOf(total, EventType.CheckIn),
    };

    private static long CountOf(HourlyRollup bucket, EventType type) => bucket.CountOf("type", type.Name());

    private static IReadOnlyList<ValueCount> ValuesOf(HourlyRollup total, string heading) => total.Counts.TryGetValue(heading, out var values)
        ? [.. values.OrderByDescending(static value => value.Value).ThenBy(static value => value.Key, StringComparer.Ordinal).Select(static value => new ValueCount(value.Key, value.Value))]
        : [];
}
