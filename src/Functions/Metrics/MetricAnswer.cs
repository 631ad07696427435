namespace Logister.Functions.Metrics;

/// <summary>One metric, bucket by bucket.</summary>
internal sealed record MetricAnswer(MetricItem Metric, SeriesItem Series, string Window, string Bucket, InsightSource Analytics, DateTimeOffset GeneratedAt);
