namespace Logister.Core.Monitors;

/// <summary>What a check-in did.</summary>
/// <param name="Monitor">The monitor after it.</param>
/// <param name="Before">How the monitor was doing just before it; null for the first check-in and for one not applied.</param>
/// <param name="Applied">Whether it moved the monitor; one older than the latest is only kept in the history.</param>
internal sealed record CheckInEffect(CheckInMonitor Monitor, MonitorVerdict? Before, bool Applied);
