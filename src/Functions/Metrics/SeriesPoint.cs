namespace Logister.Functions.Metrics;

/// <summary>A metric's value in one bucket.</summary>
/// <param name="Timestamp">The bucket's start.</param>
/// <param name="Value">The value, to two decimals.</param>
internal sealed record SeriesPoint(DateTimeOffset Timestamp, double Value);
