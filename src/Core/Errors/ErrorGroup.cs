using Logister.Core.Metrics;

namespace Logister.Core.Errors;

/// <summary>Errors that are one problem: what they have in common, how often and since when, and what people decided.</summary>
public sealed record ErrorGroup
{
    /// <summary>The group's id; follows from project, mechanism and key.</summary>
    public required Guid Id { get; init; }

    /// <summary>How the key was found: <c>fingerprint</c> or the version of our own mechanism.</summary>
    public required string Mechanism { get; init; }

    /// <summary>The grouping key, cut to 512 characters for reading.</summary>
    public required string Key { get; init; }

    /// <summary>The first line of the latest message.</summary>
    public required string Title { get; init; }

    /// <summary>The latest exception class.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The latest environment.</summary>
    public required string Stage { get; init; }

    /// <summary>The latest level, <c>error</c> when none was sent.</summary>
    public required string Severity { get; init; }

    /// <summary>Where it stands.</summary>
    public ErrorGroupStatus Status { get; init; }

    /// <summary>Occurrences ever; not lowered by retention.</summary>
    public long OccurrenceCount { get; init; }

    /// <summary>Occurrences of each of the last days, for a sparkline without a further read.</summary>
    public DailyCounts Days { get; init; } = DailyCounts.Empty;

    /// <summary>When the earliest occurrence happened.</summary>
    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When the latest occurrence happened.</summary>
    public DateTimeOffset LastSeenAt { get; init; }

    /// <summary>The id of the latest occurrence's event.</summary>
    public Guid LatestEventId { get; init; }

    /// <summary>The release of the first occurrence received.</summary>
    public string? IntroducedInRelease { get; init; }

    /// <summary>The release of the latest occurrence that had one.</summary>
    public string? LastSeenRelease { get; init; }

    /// <summary>The release it last came back in.</summary>
    public string? RegressedInRelease { get; init; }

    /// <summary>How often it came back by itself.</summary>
    public int RegressionCount { get; init; }

    /// <summary>How often it was reopened, by itself or by somebody.</summary>
    public int ReopenCount { get; init; }

    /// <summary>When it was last reopened.</summary>
    public DateTimeOffset? LastReopenedAt { get; init; }

    /// <summary>When it was marked as fixed; null while open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The release of the latest occurrence when it was last marked as fixed; kept when it is reopened.</summary>
    public string? ResolvedInRelease { get; init; }

    /// <summary>When it was muted; null while open.</summary>
    public DateTimeOffset? IgnoredAt { get; init; }

    /// <summary>When it was put away; null while open.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Who looks after it; null for nobody.</summary>
    public Assignee? Assignee { get; init; }

    /// <summary>When it came into those hands.</summary>
    public DateTimeOffset? AssignedAt { get; init; }
}
