using Logister.Core.Errors;

namespace Logister.Functions.Errors;

/// <summary>What a reader with little room has to know of an error group.</summary>
internal sealed record ErrorGroupBrief(
    Guid Uuid,
    string Title,
    string? Subtitle,
    string Status,
    string Severity,
    string Stage,
    long OccurrenceCount,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    string? IntroducedInRelease,
    string? LastSeenRelease,
    string? RegressedInRelease)
{
    public static ErrorGroupBrief Of(ErrorGroup group) => new(
        group.Id,
        group.Title,
        group.Subtitle,
        ErrorGroupItem.NameOf(group.Status),
        group.Severity,
        group.Stage,
        group.OccurrenceCount,
        group.FirstSeenAt,
        group.LastSeenAt,
        group.IntroducedInRelease,
        group.LastSeenRelease,
        group.RegressedInRelease);
}
