namespace Logister.Functions.Metrics;

/// <summary>The metrics a window can be shown as.</summary>
internal sealed record MetricCatalogAnswer(IReadOnlyList<MetricItem> Items, string Window, InsightSource Analytics, DateTimeOffset GeneratedAt);
