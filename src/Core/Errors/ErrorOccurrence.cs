using Logister.Core.Events;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Errors;

/// <summary>What one more error does to its group. Pure: the same occurrences in the same order give the same group.</summary>
internal static class ErrorOccurrence
{
    private const int MaxTitle = 500;
    private const int MaxKey = 512;
    private const int MaxShort = 200;

    /// <summary>The id of the group an error belongs to. Two projects' groups never share one.</summary>
    public static Guid GroupOf(Guid projectId, ErrorDetails error) =>
        StableId.Of("error group", projectId, error.Mechanism, error.Key);

    public static ErrorGroup Apply(ErrorGroup? group, Guid groupId, Guid eventId, TelemetryEvent value)
    {
        var error = value.Error ?? throw new ArgumentException("Only errors occur in groups.", nameof(value));
        return group is null ? Create(groupId, eventId, value, error) : Repeat(group, eventId, value, error);
    }

    private static ErrorGroup Create(Guid groupId, Guid eventId, TelemetryEvent value, ErrorDetails error) => new()
    {
        Id = groupId,
        Mechanism = error.Mechanism,
        Key = Text.Cut(error.Key, MaxKey),
        Title = TitleOf(value),
        Subtitle = SubtitleOf(error),
        Stage = Text.Cut(value.Environment, MaxShort),
        Severity = Text.Cut(value.Level ?? "error", MaxShort),
        OccurrenceCount = 1,
        Days = DayOf(value, Metrics.DailyCounts.Empty),
        FirstSeenAt = value.OccurredAt,
        LastSeenAt = value.OccurredAt,
        LatestEventId = eventId,
        IntroducedInRelease = ReleaseOf(value),
        LastSeenRelease = ReleaseOf(value),
    };

    private static ErrorGroup Repeat(ErrorGroup group, Guid eventId, TelemetryEvent value, ErrorDetails error)
    {
        var counted = group with
        {
            OccurrenceCount = group.OccurrenceCount + 1,
            Days = DayOf(value, group.Days),
            FirstSeenAt = value.OccurredAt < group.FirstSeenAt ? value.OccurredAt : group.FirstSeenAt,
        };
        if (value.OccurredAt >= group.LastSeenAt)
        {
            counted = counted with
            {
                Title = TitleOf(value),
                Subtitle = SubtitleOf(error),
                Stage = Text.Cut(value.Environment, MaxShort),
                Severity = Text.Cut(value.Level ?? group.Severity, MaxShort),
                LastSeenAt = value.OccurredAt,
                LatestEventId = eventId,
                LastSeenRelease = ReleaseOf(value) ?? group.LastSeenRelease,
            };
        }

        return Reopens(group, value) ? Regress(counted, value) : counted;
    }

    // Ignored means muted for good: people who want to hear again archive or resolve instead.
    private static bool Reopens(ErrorGroup group, TelemetryEvent value) => group.Status switch
    {
        ErrorGroupStatus.Resolved => value.OccurredAt > group.ResolvedAt,
        ErrorGroupStatus.Archived => value.OccurredAt > group.ArchivedAt,
        _ => false,
    };

    private static ErrorGroup Regress(ErrorGroup group, TelemetryEvent value) => group with
    {
        Status = ErrorGroupStatus.Unresolved,
        ResolvedAt = null,
        IgnoredAt = null,
        ArchivedAt = null,
        RegressedInRelease = ReleaseOf(value),
        RegressionCount = group.RegressionCount + 1,
        ReopenCount = group.ReopenCount + 1,
        LastReopenedAt = value.OccurredAt,
    };

    private static Metrics.DailyCounts DayOf(TelemetryEvent value, Metrics.DailyCounts days) =>
        days.Add(DateOnly.FromDateTime(value.OccurredAt.UtcDateTime));

    private static string TitleOf(TelemetryEvent value) => Text.FirstLine(value.Message, MaxTitle);

    private static string? SubtitleOf(ErrorDetails error) => error.ExceptionClass is { } name ? Text.Cut(name, MaxShort) : null;

    private static string? ReleaseOf(TelemetryEvent value) => value.Release is { } release ? Text.Cut(release, MaxShort) : null;
}
