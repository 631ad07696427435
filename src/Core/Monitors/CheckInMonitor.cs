namespace Logister.Core.Monitors;

/// <summary>
/// A scheduled job as its check-ins describe it: one for each slug and environment of a project, made by the first check-in.
/// </summary>
public sealed record CheckInMonitor
{
    /// <summary>The monitor's id; follows from project, slug and environment.</summary>
    public required Guid Id { get; init; }

    /// <summary>The job's name.</summary>
    public required string Slug { get; init; }

    /// <summary>Where it runs.</summary>
    public required string Environment { get; init; }

    /// <summary>Seconds from one run to the next, as the latest check-in had it; 1 or more.</summary>
    public required long ExpectedIntervalSeconds { get; init; }

    /// <summary>Seconds a run may be late; null for the default of the interval.</summary>
    public long? GraceSeconds { get; init; }

    /// <summary>When its first check-in was applied.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the latest applied check-in happened, starts of runs included.</summary>
    public DateTimeOffset LastCheckInAt { get; init; }

    /// <summary>What the latest applied check-in said, as sent.</summary>
    public required string LastStatus { get; init; }

    /// <summary>The event of the latest applied check-in.</summary>
    public Guid LastEventId { get; init; }

    /// <summary>When a check-in last said that a run failed.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>Whether the last ended run failed.</summary>
    public bool Failing { get; init; }

    /// <summary>When the run under way started; null between runs.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>From when the interval counts: the end of the last run, or the start of the very first.</summary>
    public DateTimeOffset ExpectedFrom { get; init; }

    /// <summary>The release of the latest check-in that had one.</summary>
    public string? LastRelease { get; init; }

    /// <summary>The latest duration sent, milliseconds.</summary>
    public double? LastDurationMs { get; init; }

    /// <summary>When alerts were paused; null while they are not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>The state as last written; <see cref="MonitorClock.At"/> tells the state now.</summary>
    public MonitorStatus Status { get; init; }

    /// <summary>The moment that state became true.</summary>
    public DateTimeOffset StatusSince { get; init; }
}
