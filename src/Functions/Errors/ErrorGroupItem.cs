using Logister.Core.Errors;

namespace Logister.Functions.Errors;

/// <summary>An error group in the read API.</summary>
internal sealed record ErrorGroupItem(
    Guid Uuid,
    string Fingerprint,
    string GroupedBy,
    string Title,
    string? Subtitle,
    string Stage,
    string Severity,
    string Status,
    long OccurrenceCount,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? IgnoredAt,
    DateTimeOffset? ArchivedAt,
    int ReopenCount,
    DateTimeOffset? LastReopenedAt,
    int RegressionCount,
    string? IntroducedInRelease,
    string? LastSeenRelease,
    string? RegressedInRelease,
    string? ResolvedInRelease,
    AssigneeItem? AssignedTo,
    DateTimeOffset? AssignedAt,
    LatestEventItem LatestEvent)
{
    public static ErrorGroupItem Of(ErrorGroup group) => new(
        group.Id,
        group.Key,
        group.Mechanism,
        group.Title,
        group.Subtitle,
        group.Stage,
        group.Severity,
        NameOf(group.Status),
        group.OccurrenceCount,
        group.FirstSeenAt,
        group.LastSeenAt,
        group.ResolvedAt,
        group.IgnoredAt,
        group.ArchivedAt,
        group.ReopenCount,
        group.LastReopenedAt,
        group.RegressionCount,
        group.IntroducedInRelease,
        group.LastSeenRelease,
        group.RegressedInRelease,
        group.ResolvedInRelease,
        group.Assignee is { } assignee ? AssigneeItem.Of(assignee) : null,
        group.AssignedAt,
        new LatestEventItem(group.LatestEventId, group.LastSeenAt));

    /// <summary>The status as the API spells it.</summary>
    public static string NameOf(ErrorGroupStatus status) => status.ToString().ToLowerInvariant();
}
