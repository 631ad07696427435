namespace Logister.Core.Monitors;

/// <summary>How a monitored job is doing.</summary>
public enum MonitorStatus
{
    /// <summary>The last run ended well and the next is not overdue.</summary>
    Ok,

    /// <summary>The last run said that it failed, and the next is not overdue.</summary>
    Error,

    /// <summary>No run ended before the deadline.</summary>
    Missed,

    /// <summary>A run has started and has not ended; it is not overdue.</summary>
    Running,

    /// <summary>Nobody is told anything until it is resumed.</summary>
    Paused,
}
