using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Monitors;

/// <summary>A monitor as a row of the table <c>telemetry</c>.</summary>
internal static class CheckInMonitorRow
{
    public static TableEntity Write(Guid projectId, CheckInMonitor monitor) => new(RowKeys.Partition(projectId), RowKeys.Monitor(monitor.Id))
    {
        [nameof(CheckInMonitor.Slug)] = monitor.Slug,
        [nameof(CheckInMonitor.Environment)] = monitor.Environment,
        [nameof(CheckInMonitor.ExpectedIntervalSeconds)] = monitor.ExpectedIntervalSeconds,
        [nameof(CheckInMonitor.GraceSeconds)] = monitor.GraceSeconds,
        [nameof(CheckInMonitor.CreatedAt)] = monitor.CreatedAt,
        [nameof(CheckInMonitor.UpdatedAt)] = monitor.UpdatedAt,
        [nameof(CheckInMonitor.LastCheckInAt)] = monitor.LastCheckInAt,
        [nameof(CheckInMonitor.LastStatus)] = monitor.LastStatus,
        [nameof(CheckInMonitor.LastEventId)] = monitor.LastEventId,
        [nameof(CheckInMonitor.LastErrorAt)] = monitor.LastErrorAt,
        [nameof(CheckInMonitor.Failing)] = monitor.Failing,
        [nameof(CheckInMonitor.RunningSince)] = monitor.RunningSince,
        [nameof(CheckInMonitor.ExpectedFrom)] = monitor.ExpectedFrom,
        [nameof(CheckInMonitor.LastRelease)] = monitor.LastRelease,
        [nameof(CheckInMonitor.LastDurationMs)] = monitor.LastDurationMs,
        [nameof(CheckInMonitor.PausedAt)] = monitor.PausedAt,
        [nameof(CheckInMonitor.Status)] = monitor.Status.ToString(),
        [nameof(CheckInMonitor.StatusSince)] = monitor.StatusSince,
    };

    public static CheckInMonitor Read(TableEntity row) => new()
    {
        Id = Guid.Parse(row.RowKey.AsSpan(RowKeys.MonitorPrefix.Length)),
        Slug = row.GetString(nameof(CheckInMonitor.Slug)),
        Environment = row.GetString(nameof(CheckInMonitor.Environment)),
        ExpectedIntervalSeconds = row.GetInt64(nameof(CheckInMonitor.ExpectedIntervalSeconds)).GetValueOrDefault(),
        GraceSeconds = row.GetInt64(nameof(CheckInMonitor.GraceSeconds)),
        CreatedAt = row.GetDateTimeOffset(nameof(CheckInMonitor.CreatedAt)).GetValueOrDefault(),
        UpdatedAt = row.GetDateTimeOffset(nameof(CheckInMonitor.UpdatedAt)).GetValueOrDefault(),
        LastCheckInAt = row.GetDateTimeOffset(nameof(CheckInMonitor.LastCheckInAt)).GetValueOrDefault(),
        LastStatus = row.GetString(nameof(CheckInMonitor.LastStatus)),
        LastEventId = row.GetGuid(nameof(CheckInMonitor.LastEventId)).GetValueOrDefault(),
        LastErrorAt = row.GetDateTimeOffset(nameof(CheckInMonitor.LastErrorAt)),
        Failing = row.GetBoolean(nameof(CheckInMonitor.Failing)).GetValueOrDefault(),
        RunningSince = row.GetDateTimeOffset(nameof(CheckInMonitor.RunningSince)),
        ExpectedFrom = row.GetDateTimeOffset(nameof(CheckInMonitor.ExpectedFrom)).GetValueOrDefault(),
        LastRelease = row.GetString(nameof(CheckInMonitor.LastRelease)),
        LastDurationMs = row.GetDouble(nameof(CheckInMonitor.LastDurationMs)),
        PausedAt = row.GetDateTimeOffset(nameof(CheckInMonitor.PausedAt)),
        Status = Enum.Parse<MonitorStatus>(row.GetString(nameof(CheckInMonitor.Status))),
        StatusSince = row.GetDateTimeOffset(nameof(CheckInMonitor.StatusSince)).GetValueOrDefault(),
    };
}
