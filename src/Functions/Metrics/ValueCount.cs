namespace Logister.Functions.Metrics;

/// <summary>How many events have a value.</summary>
internal sealed record ValueCount(string Value, long Count);
