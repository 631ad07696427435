namespace Logister.Core.Monitors;

/// <summary>How a monitor is doing at a moment.</summary>
/// <param name="Status">The state.</param>
/// <param name="Since">The moment it became true, which for a missed run is its deadline and not when somebody noticed.</param>
/// <param name="NextDeadline">When to look again if nothing arrives; null when only an arrival or a person can change it.</param>
public sealed record MonitorVerdict(MonitorStatus Status, DateTimeOffset Since, DateTimeOffset? NextDeadline);
