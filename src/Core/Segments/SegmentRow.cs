using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Logister.Core.Events;
using Logister.Core.Storage;

namespace Logister.Core.Segments;

/// <summary>A segment as a row of the table <c>telemetry</c>: the sealed bytes and what queries prune by.</summary>
internal static class SegmentRow
{
    public const string Body = "Body";
    public const string Count = "Count";
    public const string InBlob = "InBlob";
    public const string Oldest = "OldestAt";
    public const string Newest = "NewestAt";
    public const string Voided = "Voided";

    /// <summary>The column that counts the events of a type; absent when there are none.</summary>
    public static string CountOf(EventType type) => $"{type}Count";

    /// <summary>The filter for segments that hold events of a type.</summary>
    public static string Holding(EventType type) =>
        TableClient.CreateQueryFilter(FormattableStringFactory.Create(CountOf(type) + " gt {0}", 0));

    public static TableEntity Write(SealedSegment segment, IReadOnlyList<TelemetryEvent> stored, IReadOnlyCollection<int> voided)
    {
        var row = new TableEntity(RowKeys.Partition(segment.ProjectId), RowKeys.Segment(segment.Key)) { [Count] = segment.Count };
        foreach (var type in stored.CountBy(static value => value.Type))
        {
            row[CountOf(type.Key)] = type.Value;
        }

        if (stored.Count > 0)
        {
            row[Oldest] = stored.Min(static value => value.OccurredAt);
            row[Newest] = stored.Max(static value => value.OccurredAt);
        }

        foreach (var ids in stored.SelectMany(EventIds.Of).GroupBy(static id => id.Column, static id => id.Id))
        {
            row[ids.Key] = IdFilter.Make(ids.ToHashSet(StringComparer.Ordinal));
        }

        if (voided.Count > 0)
        {
            row[Voided] = string.Join(',', voided.Order().Select(static index => index.ToString(CultureInfo.InvariantCulture)));
        }

        if (segment.Payload.Length > BinaryColumns.MaxBytes)
        {
            row[InBlob] = true;
        }
        else
        {
            BinaryColumns.Write(row, Body, segment.Payload);
        }

        return row;
    }

    public static IReadOnlySet<int> VoidedOf(TableEntity row) => row.GetString(Voided) is { } list
        ? list.Split(',').Select(static index => int.Parse(index, CultureInfo.InvariantCulture)).ToHashSet()
        : new HashSet<int>();

    public static SegmentKey KeyOf(TableEntity row) => SegmentKey.TryParse(row.RowKey.AsSpan(RowKeys.SegmentPrefix.Length), out var key)
        ? key
        : throw new InvalidDataException($"{row.RowKey} is no segment's key.");
}
