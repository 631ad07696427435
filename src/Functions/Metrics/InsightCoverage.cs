namespace Logister.Functions.Metrics;

/// <summary>The part of a window that is complete.</summary>
internal sealed record InsightCoverage(DateTimeOffset Since);
