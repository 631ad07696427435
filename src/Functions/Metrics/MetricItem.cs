using Logister.Core.Metrics;

namespace Logister.Functions.Metrics;

/// <summary>A metric that can be shown, in the read API.</summary>
internal sealed record MetricItem(
    string Key,
    string Label,
    string Description,
    string Unit,
    string Kind,
    string Source,
    string Category,
    string CategoryLabel,
    bool Available,
    long AvailableEvents)
{
    public static MetricItem Of(MetricSeries series, Insights insights) => new(
        series.Key,
        series.Label,
        series.Description,
        series.Unit,
        series.Kind,
        InsightSource.NameOf(insights),
        series.Category,
        char.ToUpperInvariant(series.Category[0]) + series.Category[1..],
        series.Events(insights.Total) > 0,
        series.Events(insights.Total));
}
