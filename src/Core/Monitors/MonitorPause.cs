namespace Logister.Core.Monitors;

/// <summary>What pausing and resuming do to a monitor. Pure; doing what is done already changes nothing.</summary>
internal static class MonitorPause
{
    public static CheckInMonitor Pause(CheckInMonitor monitor, DateTimeOffset now) => monitor.PausedAt is not null
        ? monitor
        : monitor with { PausedAt = now, Status = MonitorStatus.Paused, StatusSince = now, UpdatedAt = now };

    /// <summary>The monitor as its check-ins have it, those that came while it was paused included.</summary>
    public static CheckInMonitor Resume(CheckInMonitor monitor, DateTimeOffset now)
    {
        if (monitor.PausedAt is null)
        {
            return monitor;
        }

        var resumed = monitor with { PausedAt = null, UpdatedAt = now };
        var verdict = MonitorClock.At(resumed, now);
        return resumed with { Status = verdict.Status, StatusSince = verdict.Since };
    }
}
