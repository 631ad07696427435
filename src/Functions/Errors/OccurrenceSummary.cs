namespace Logister.Functions.Errors;

/// <summary>A group's occurrences in numbers.</summary>
internal sealed record OccurrenceSummary(long TotalCount, DateTimeOffset FirstOccurrenceAt, DateTimeOffset LastOccurrenceAt);
