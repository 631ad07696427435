using Logister.Core.Errors;

namespace Logister.Functions.Errors;

/// <summary>A group's occurrences in numbers.</summary>
internal sealed record OccurrenceSummary(long TotalCount, DateTimeOffset FirstOccurrenceAt, DateTimeOffset LastOccurrenceAt)
{
    public static OccurrenceSummary Of(ErrorGroup group) => new(group.OccurrenceCount, group.FirstSeenAt, group.LastSeenAt);
}
