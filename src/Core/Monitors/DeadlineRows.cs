using System.Globalization;
using Azure.Data.Tables;

namespace Logister.Core.Monitors;

/// <summary>
/// The table <c>deadlines</c>: when to look at which monitor next, in 16 shards so that looking costs the same for one
/// monitor and for a million.
/// </summary>
internal static class DeadlineRows
{
    public const int Shards = 16;

    private const string ProjectId = "ProjectId";
    private const string MonitorId = "MonitorId";
    private const string WrittenAt = "WrittenAt";

    public static string ShardOf(Guid monitorId) =>
        (monitorId.ToByteArray(bigEndian: true)[0] % Shards).ToString("x2", CultureInfo.InvariantCulture);

    public static IEnumerable<string> AllShards =>
        Enumerable.Range(0, Shards).Select(static shard => shard.ToString("x2", CultureInfo.InvariantCulture));

    /// <summary>Everything due at a moment sorts before this key.</summary>
    public static string DueBefore(DateTimeOffset now) => Ticks(now);

    public static TableEntity Row(Guid projectId, Guid monitorId, DateTimeOffset deadline, DateTimeOffset now) =>
        new(ShardOf(monitorId), $"{Ticks(deadline)}-{projectId:N}-{monitorId:N}")
        {
            [ProjectId] = projectId,
            [MonitorId] = monitorId,
            [WrittenAt] = now,
        };

    public static Guid ProjectOf(TableEntity row) => row.GetGuid(ProjectId).GetValueOrDefault();

    public static Guid MonitorOf(TableEntity row) => row.GetGuid(MonitorId).GetValueOrDefault();

    public static DateTimeOffset WrittenAtOf(TableEntity row) => row.GetDateTimeOffset(WrittenAt).GetValueOrDefault();

    private static string Ticks(DateTimeOffset moment) => moment.UtcTicks.ToString("x16", CultureInfo.InvariantCulture);
}
