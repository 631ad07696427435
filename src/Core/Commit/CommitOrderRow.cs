using System.Globalization;
using Azure.Data.Tables;
using Logister.Core.Events;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Commit;

/// <summary>
/// A segment's place in the order of commits, as a row of the table <c>telemetry</c>: which segment it is, and how many
/// events of each type it holds, so that a reader knows which segments to leave alone.
/// </summary>
internal static class CommitOrderRow
{
    private const string Segment = "Segment";

    public static TableEntity Write(Guid projectId, long sequence, SegmentKey segment, IEnumerable<TelemetryEvent> stored)
    {
        var row = new TableEntity(RowKeys.Partition(projectId), RowKeys.CommitOrder(sequence)) { [Segment] = segment.ToSortable() };
        foreach (var type in stored.CountBy(static value => value.Type))
        {
            row[SegmentRow.CountOf(type.Key)] = type.Value;
        }

        return row;
    }

    public static long SequenceOf(TableEntity row) =>
        long.Parse(row.RowKey.AsSpan(RowKeys.CommitOrderPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static SegmentKey SegmentOf(TableEntity row) => SegmentKey.TryParse(row.GetString(Segment), out var key)
        ? key
        : throw new InvalidDataException($"{row.RowKey} names no segment.");

    public static int CountOf(TableEntity row, IEnumerable<EventType> types) =>
        types.Sum(type => row.GetInt32(SegmentRow.CountOf(type)) ?? 0);
}
