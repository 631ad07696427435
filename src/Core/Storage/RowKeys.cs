using System.Globalization;
using Logister.Core.Segments;

namespace Logister.Core.Storage;

/// <summary>
/// Every key of the table <c>telemetry</c>, whose partition is the project. Ids, digests and times only: nothing a client
/// wrote ever stands in a key. docs/storage.md lists the rows behind them.
/// </summary>
internal static class RowKeys
{
    public const string SegmentPrefix = "s-";
    public const string GroupPrefix = "g-";
    public const string MonitorPrefix = "m-";
    public const string DeploymentPrefix = "d-";
    public const string RollupPrefix = "u-";
    public const string RootSpanPrefix = "t-";
    public const string CommitOrderPrefix = "c-";
    public const string CommitHead = "head";
    public const string RefusalPrefix = "f-";
    public const string DeadLetterPrefix = "x-";

    public static string Partition(Guid projectId) => projectId.ToString("N");

    public static string Segment(SegmentKey key) => SegmentPrefix + key.ToSortable();

    public static string Receipt(Guid uuid) => $"r-{uuid:N}";

    public static string Group(Guid groupId) => $"{GroupPrefix}{groupId:N}";

    public static string OccurrencesOf(Guid groupId) => $"o-{groupId:N}-";

    public static string Occurrence(Guid groupId, DateTimeOffset occurredAt, Guid eventId) =>
        $"{OccurrencesOf(groupId)}{NewestFirst(occurredAt)}-{eventId:N}";

    public static string Monitor(Guid monitorId) => $"{MonitorPrefix}{monitorId:N}";

    public static string HistoryOf(Guid monitorId) => $"h-{monitorId:N}-";

    public static string History(Guid monitorId, DateTimeOffset at, Guid eventId) =>
        $"{HistoryOf(monitorId)}{NewestFirst(at)}-{eventId:N}";

    public static string Rollup(DateTimeOffset hour) => RollupPrefix + NewestFirst(hour);

    public static string Deployment(Guid deploymentId) => $"{DeploymentPrefix}{deploymentId:N}";

    public static string RootSpans(DateTimeOffset startedAt) => RootSpanPrefix + NewestFirst(startedAt);

    public static string RootSpan(DateTimeOffset startedAt, Guid eventId) => $"{RootSpans(startedAt)}-{eventId:N}";

    /// <summary>16 hex digits that sort in the order of commits.</summary>
    public static string CommitOrder(long sequence) => CommitOrderPrefix + sequence.ToString("x16", CultureInfo.InvariantCulture);

    public static string DeadLetter(DateTimeOffset at, Guid eventId) => $"{DeadLetterPrefix}{NewestFirst(at)}-{eventId:N}";

    public static string Refusals(DateTimeOffset hour, Guid instance) => $"{RefusalPrefix}{NewestFirst(hour)}-{instance:N}";

    /// <summary>16 hex digits that sort the latest time first.</summary>
    public static string NewestFirst(DateTimeOffset time) =>
        (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The first key after all keys with this prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
