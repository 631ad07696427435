namespace Logister.Core.Commit;

/// <summary>A deadline that must be on file before the monitor's change is committed.</summary>
internal readonly record struct DueDeadline(Guid MonitorId, DateTimeOffset At);
