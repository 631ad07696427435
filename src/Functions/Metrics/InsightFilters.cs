namespace Logister.Functions.Metrics;

/// <summary>The environment and release asked for.</summary>
internal sealed record InsightFilters(string? Environment, string? Release);
