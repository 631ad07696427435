namespace Logister.Core.Monitors;

/// <summary>
/// Decides when a monitor needs a new row in the table <c>deadlines</c>. The rule kept is: as long as a monitor has a
/// next deadline, a row at or before it exists. A healthy check-in only moves the deadline later, so it needs none.
/// </summary>
internal static class DeadlineWatch
{
    /// <param name="before">The monitor as last committed; null for a new one.</param>
    /// <param name="after">The monitor about to be committed.</param>
    /// <returns>The deadline to write, or null when the rows on file suffice.</returns>
    public static DateTimeOffset? Needed(CheckInMonitor? before, CheckInMonitor after)
    {
        if (after.Status is MonitorStatus.Missed or MonitorStatus.Paused)
        {
            return null;
        }

        // The sweep takes the row of a monitor it finds missed or paused, so after these there is none.
        var watched = before is { Status: not (MonitorStatus.Missed or MonitorStatus.Paused) };
        var deadline = MonitorClock.DeadlineOf(after);
        return watched && deadline >= MonitorClock.DeadlineOf(before!) ? null : deadline;
    }
}
