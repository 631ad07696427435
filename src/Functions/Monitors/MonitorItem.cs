using Logister.Core.Monitors;
using Logister.Functions.Errors;

namespace Logister.Functions.Monitors;

/// <summary>A monitor in the read API.</summary>
internal sealed record MonitorItem(
    Guid Uuid,
    string Slug,
    string Environment,
    string Status,
    DateTimeOffset StatusSince,
    long ExpectedIntervalSeconds,
    long GraceSeconds,
    DateTimeOffset? NextDeadlineAt,
    DateTimeOffset LastCheckInAt,
    string LastCheckInStatus,
    DateTimeOffset? LastErrorAt,
    string? LastRelease,
    double? LastDurationMs,
    LatestEventItem LastEvent,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static MonitorItem Of(CheckInMonitor monitor) => new(
        monitor.Id,
        monitor.Slug,
        monitor.Environment,
        NameOf(monitor.Status),
        monitor.StatusSince,
        monitor.ExpectedIntervalSeconds,
        monitor.GraceSeconds ?? MonitorClock.DefaultGraceSeconds(monitor.ExpectedIntervalSeconds),
        monitor.Status is MonitorStatus.Missed or MonitorStatus.Paused ? null : MonitorClock.DeadlineOf(monitor),
        monitor.LastCheckInAt,
        monitor.LastStatus,
        monitor.LastErrorAt,
        monitor.LastRelease,
        monitor.LastDurationMs,
        new LatestEventItem(monitor.LastEventId, monitor.LastCheckInAt),
        monitor.CreatedAt,
        monitor.UpdatedAt);

    /// <summary>The status as the API spells it.</summary>
    public static string NameOf(MonitorStatus status) => status.ToString().ToLowerInvariant();
}
