using Azure.Data.Tables;
using Logister.Core.Events;
using Logister.Core.Storage;

namespace Logister.Core.Monitors;

/// <summary>One line of a monitor's history: a check-in with what it changed, or a change the sweep found.</summary>
internal static class MonitorHistoryRow
{
    private const int MaxText = 500;

    public static TableEntity CheckIn(Guid projectId, Guid eventId, TelemetryEvent value, CheckInEffect effect) =>
        new(RowKeys.Partition(projectId), RowKeys.History(effect.Monitor.Id, value.OccurredAt, eventId))
        {
            ["Kind"] = "check_in",
            ["EventId"] = eventId,
            ["OccurredAt"] = value.OccurredAt,
            ["CheckInStatus"] = Text.Cut(value.CheckIn?.Status ?? string.Empty, MaxText),
            ["DurationMs"] = value.DurationMs,
            ["Release"] = value.Release is { } release ? Text.Cut(release, MaxText) : null,
            ["Applied"] = effect.Applied,
            ["Before"] = effect.Before?.Status.ToString(),
            ["BeforeSince"] = effect.Before?.Since,
            ["After"] = effect.Applied ? effect.Monitor.Status.ToString() : null,
        };

    /// <summary>
    /// A change without an event. Its id follows from the moment the state became true, so that a sweep that was cut off
    /// and comes again writes the same row.
    /// </summary>
    public static TableEntity Change(Guid projectId, CheckInMonitor before, CheckInMonitor after) =>
        new(RowKeys.Partition(projectId), RowKeys.History(after.Id, after.StatusSince, Guid.Empty))
        {
            ["Kind"] = "change",
            ["OccurredAt"] = after.StatusSince,
            ["Before"] = before.Status.ToString(),
            ["BeforeSince"] = before.StatusSince,
            ["After"] = after.Status.ToString(),
        };

    /// <summary>A change somebody made. It stands at the moment it was made, where no change the sweep found can stand.</summary>
    public static TableEntity Decision(Guid projectId, CheckInMonitor before, CheckInMonitor after, DateTimeOffset at) =>
        new(RowKeys.Partition(projectId), RowKeys.History(after.Id, at, Guid.Empty))
        {
            ["Kind"] = "decision",
            ["OccurredAt"] = at,
            ["Before"] = before.Status.ToString(),
            ["BeforeSince"] = before.StatusSince,
            ["After"] = after.Status.ToString(),
        };
}
