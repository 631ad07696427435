namespace Logister.Functions.Metrics;

/// <summary>What happened in a window.</summary>
/// <param name="GeneratedAt">When this was counted.</param>
/// <param name="Window">The window's name.</param>
/// <param name="Bucket">minute, hour or day.</param>
/// <param name="Buckets">The buckets' starts.</param>
/// <param name="Filters">The environment and release asked for.</param>
/// <param name="AttributeFilters">The attributes asked for.</param>
/// <param name="Summary">Totals.</param>
/// <param name="EventTypeCatalog">The types there are.</param>
/// <param name="EventTimeline">Events by type, bucket by bucket.</param>
/// <param name="EventTypes">Events by type.</param>
/// <param name="MetricCatalog">The metrics there are.</param>
/// <param name="SelectedMetrics">The metrics asked for, or the usual ones.</param>
/// <param name="MetricSeries">These metrics, bucket by bucket.</param>
/// <param name="Environments">Events by environment.</param>
/// <param name="Releases">Events by release.</param>
/// <param name="Attributes">What the latest events can be filtered by.</param>
/// <param name="Analytics">Where the numbers come from.</param>
internal sealed record InsightsAnswer(
    DateTimeOffset GeneratedAt,
    string Window,
    string Bucket,
    IReadOnlyList<DateTimeOffset> Buckets,
    InsightFilters Filters,
    IReadOnlyDictionary<string, string> AttributeFilters,
    IReadOnlyDictionary<string, long> Summary,
    IReadOnlyList<string> EventTypeCatalog,
    IReadOnlyList<TimelinePoint> EventTimeline,
    IReadOnlyList<ValueCount> EventTypes,
    IReadOnlyList<MetricItem> MetricCatalog,
    IReadOnlyList<string> SelectedMetrics,
    IReadOnlyList<SeriesItem> MetricSeries,
    IReadOnlyList<ValueCount> Environments,
    IReadOnlyList<ValueCount> Releases,
    IReadOnlyList<AttributeItem> Attributes,
    InsightSource Analytics);
