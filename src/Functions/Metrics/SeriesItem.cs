using Logister.Core.Metrics;

namespace Logister.Functions.Metrics;

/// <summary>A metric, bucket by bucket, in the read API.</summary>
internal sealed record SeriesItem(string Key, string Label, string Description, string Unit, string Kind, string Source, IReadOnlyList<SeriesPoint> Data)
{
    public static SeriesItem Of(MetricSeries series, Insights insights) => new(
        series.Key,
        series.Label,
        series.Description,
        series.Unit,
        series.Kind,
        InsightSource.NameOf(insights),
        [.. insights.Buckets.Select(bucket => new SeriesPoint(bucket.Hour, series.ValueOf(bucket)))]);
}
