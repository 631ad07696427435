namespace Logister.Core.Monitors;

/// <summary>
/// The one place that decides how a monitor is doing. Commit, sweep, read API and dashboard all ask here, so that they
/// cannot disagree.
/// </summary>
public static class MonitorClock
{
    /// <summary>The shortest grace, seconds: what a scheduler and a network may cost a punctual job.</summary>
    public const long MinGraceSeconds = 30;

    /// <summary>The longest interval or grace that is told apart from "never", seconds (ten years).</summary>
    public const long MaxSeconds = 10L * 366 * 24 * 3600;

    /// <summary>Seconds a job with this interval may be late when nothing else was said: half the interval, 30 at least.</summary>
    /// <param name="intervalSeconds">Seconds between runs, 1 or more.</param>
    public static long DefaultGraceSeconds(long intervalSeconds) => Math.Max(intervalSeconds / 2, MinGraceSeconds);

    /// <summary>The last moment at which the next run is still on time.</summary>
    /// <param name="monitor">The monitor.</param>
    public static DateTimeOffset DeadlineOf(CheckInMonitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        var interval = Math.Clamp(monitor.ExpectedIntervalSeconds, 1, MaxSeconds);
        var grace = Math.Clamp(monitor.GraceSeconds ?? DefaultGraceSeconds(interval), 0, MaxSeconds);
        var wait = TimeSpan.FromSeconds(interval + grace);
        return monitor.ExpectedFrom > DateTimeOffset.MaxValue - wait ? DateTimeOffset.MaxValue : monitor.ExpectedFrom + wait;
    }

    /// <summary>How a monitor is doing at a moment, from what its check-ins said.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="now">The moment; a deadline is missed strictly after it.</param>
    public static MonitorVerdict At(CheckInMonitor monitor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        if (monitor.PausedAt is { } paused)
        {
            return new MonitorVerdict(MonitorStatus.Paused, paused, NextDeadline: null);
        }

        var deadline = DeadlineOf(monitor);
        if (now > deadline)
        {
            return new MonitorVerdict(MonitorStatus.Missed, deadline, NextDeadline: null);
        }

        var status = monitor switch
        {
            { RunningSince: not null } => MonitorStatus.Running,
            { Failing: true } => MonitorStatus.Error,
            _ => MonitorStatus.Ok,
        };
        return new MonitorVerdict(status, monitor.Status == status ? monitor.StatusSince : monitor.LastCheckInAt, deadline);
    }
}
