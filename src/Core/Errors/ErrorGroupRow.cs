using Azure.Data.Tables;
using Logister.Core.Metrics;
using Logister.Core.Storage;

namespace Logister.Core.Errors;

/// <summary>An error group as a row of the table <c>telemetry</c>.</summary>
internal static class ErrorGroupRow
{
    private const string AssigneeId = "AssigneeId";
    private const string AssigneeName = "AssigneeName";

    public static TableEntity Write(Guid projectId, ErrorGroup group) => new(RowKeys.Partition(projectId), RowKeys.Group(group.Id))
    {
        [nameof(ErrorGroup.Mechanism)] = group.Mechanism,
        [nameof(ErrorGroup.Key)] = group.Key,
        [nameof(ErrorGroup.Title)] = group.Title,
        [nameof(ErrorGroup.Subtitle)] = group.Subtitle,
        [nameof(ErrorGroup.Stage)] = group.Stage,
        [nameof(ErrorGroup.Severity)] = group.Severity,
        [nameof(ErrorGroup.Status)] = group.Status.ToString(),
        [nameof(ErrorGroup.OccurrenceCount)] = group.OccurrenceCount,
        [nameof(ErrorGroup.Days)] = group.Days.ToString(),
        [nameof(ErrorGroup.FirstSeenAt)] = group.FirstSeenAt,
        [nameof(ErrorGroup.LastSeenAt)] = group.LastSeenAt,
        [nameof(ErrorGroup.LatestEventId)] = group.LatestEventId,
        [nameof(ErrorGroup.IntroducedInRelease)] = group.IntroducedInRelease,
        [nameof(ErrorGroup.LastSeenRelease)] = group.LastSeenRelease,
        [nameof(ErrorGroup.RegressedInRelease)] = group.RegressedInRelease,
        [nameof(ErrorGroup.RegressionCount)] = group.RegressionCount,
        [nameof(ErrorGroup.ReopenCount)] = group.ReopenCount,
        [nameof(ErrorGroup.LastReopenedAt)] = group.LastReopenedAt,
        [nameof(ErrorGroup.ResolvedAt)] = group.ResolvedAt,
        [nameof(ErrorGroup.ResolvedInRelease)] = group.ResolvedInRelease,
        [nameof(ErrorGroup.IgnoredAt)] = group.IgnoredAt,
        [nameof(ErrorGroup.ArchivedAt)] = group.ArchivedAt,
        [AssigneeId] = group.Assignee?.Id,
        [AssigneeName] = group.Assignee?.Name,
        [nameof(ErrorGroup.AssignedAt)] = group.AssignedAt,
    };

    public static ErrorGroup Read(TableEntity row) => new()
    {
        Id = Guid.Parse(row.RowKey.AsSpan(RowKeys.GroupPrefix.Length)),
        Mechanism = row.GetString(nameof(ErrorGroup.Mechanism)),
        Key = row.GetString(nameof(ErrorGroup.Key)),
        Title = row.GetString(nameof(ErrorGroup.Title)),
        Subtitle = row.GetString(nameof(ErrorGroup.Subtitle)),
        Stage = row.GetString(nameof(ErrorGroup.Stage)),
        Severity = row.GetString(nameof(ErrorGroup.Severity)),
        Status = Enum.Parse<ErrorGroupStatus>(row.GetString(nameof(ErrorGroup.Status))),
        OccurrenceCount = row.GetInt64(nameof(ErrorGroup.OccurrenceCount)).GetValueOrDefault(),
        Days = DailyCounts.Parse(row.GetString(nameof(ErrorGroup.Days))),
        FirstSeenAt = row.GetDateTimeOffset(nameof(ErrorGroup.FirstSeenAt)).GetValueOrDefault(),
        LastSeenAt = row.GetDateTimeOffset(nameof(ErrorGroup.LastSeenAt)).GetValueOrDefault(),
        LatestEventId = row.GetGuid(nameof(ErrorGroup.LatestEventId)).GetValueOrDefault(),
        IntroducedInRelease = row.GetString(nameof(ErrorGroup.IntroducedInRelease)),
        LastSeenRelease = row.GetString(nameof(ErrorGroup.LastSeenRelease)),
        RegressedInRelease = row.GetString(nameof(ErrorGroup.RegressedInRelease)),
        RegressionCount = row.GetInt32(nameof(ErrorGroup.RegressionCount)).GetValueOrDefault(),
        ReopenCount = row.GetInt32(nameof(ErrorGroup.ReopenCount)).GetValueOrDefault(),
        LastReopenedAt = row.GetDateTimeOffset(nameof(ErrorGroup.LastReopenedAt)),
        ResolvedAt = row.GetDateTimeOffset(nameof(ErrorGroup.ResolvedAt)),
        ResolvedInRelease = row.GetString(nameof(ErrorGroup.ResolvedInRelease)),
        IgnoredAt = row.GetDateTimeOffset(nameof(ErrorGroup.IgnoredAt)),
        ArchivedAt = row.GetDateTimeOffset(nameof(ErrorGroup.ArchivedAt)),
        Assignee = row.GetGuid(AssigneeId) is { } id ? new Assignee(id, row.GetString(AssigneeName)) : null,
        AssignedAt = row.GetDateTimeOffset(nameof(ErrorGroup.AssignedAt)),
    };
}
