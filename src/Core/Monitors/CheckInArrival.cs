using Logister.Core.Events;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Monitors;

/// <summary>What a check-in does to its monitor. Pure.</summary>
internal static class CheckInArrival
{
    private const int MaxName = 500;

    /// <summary>The id of the monitor a check-in belongs to. Two projects' monitors never share one.</summary>
    public static Guid MonitorOf(Guid projectId, string slug, string environment) =>
        StableId.Of("monitor", projectId, slug, environment);

    /// <summary>
    /// The monitor after the check-in; unchanged when the check-in happened before one that was applied already: an
    /// older one may arrive late, but it cannot undo what came after it.
    /// </summary>
    public static CheckInEffect Apply(CheckInMonitor? monitor, Guid monitorId, Guid eventId, TelemetryEvent value, DateTimeOffset now)
    {
        var checkIn = value.CheckIn ?? throw new ArgumentException("Only check-ins move monitors.", nameof(value));
        if (monitor is not null && value.OccurredAt < monitor.LastCheckInAt)
        {
            return new CheckInEffect(monitor, Before: null, Applied: false);
        }

        var outcome = CheckInStatus.OutcomeOf(checkIn.Status);
        var at = value.OccurredAt;
        var next = (monitor ?? Create(monitorId, value, checkIn, now)) with
        {
            ExpectedIntervalSeconds = checkIn.ExpectedIntervalSeconds,
            GraceSeconds = checkIn.GraceSeconds ?? monitor?.GraceSeconds,
            UpdatedAt = now,
            LastCheckInAt = at,
            LastStatus = Text.Cut(checkIn.Status, MaxName),
            LastEventId = eventId,
            LastRelease = value.Release is { } release ? Text.Cut(release, MaxName) : monitor?.LastRelease,
            LastDurationMs = value.DurationMs ?? monitor?.LastDurationMs,
        };
        next = outcome switch
        {
            CheckInOutcome.Started => next with { RunningSince = at },
            CheckInOutcome.Failed => next with { RunningSince = null, ExpectedFrom = at, Failing = true, LastErrorAt = at },
            _ => next with { RunningSince = null, ExpectedFrom = at, Failing = false },
        };
        // As of the check-in's own time: a deadline that passed unnoticed before it is a missed run that ends here.
        var before = monitor is null ? null : MonitorClock.At(monitor, at);
        var status = MonitorClock.At(next, at).Status;
        next = next with { Status = status, StatusSince = before?.Status == status ? before.Since : next.PausedAt ?? at };
        return new CheckInEffect(next, before, Applied: true);
    }

    private static CheckInMonitor Create(Guid monitorId, TelemetryEvent value, CheckInDetails checkIn, DateTimeOffset now) => new()
    {
        Id = monitorId,
        Slug = Text.Cut(checkIn.Slug, MaxName),
        Environment = Text.Cut(value.Environment, MaxName),
        ExpectedIntervalSeconds = checkIn.ExpectedIntervalSeconds,
        CreatedAt = now,
        LastStatus = checkIn.Status,
        ExpectedFrom = value.OccurredAt,
    };
}
