using Azure.Data.Tables;
using Logister.Core.Events;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Errors;

/// <summary>An error's occurrence: the whole event once more, so that segments can expire while a group keeps its evidence.</summary>
internal static class OccurrenceRow
{
    private const string Body = "Body";
    private const string Address = "Address";
    private const string ReceivedAt = "ReceivedAt";

    public static TableEntity Write(Guid projectId, Guid groupId, Guid eventId, Guid address, DateTimeOffset receivedAt, TelemetryEvent value, ReadOnlyMemory<byte> json)
    {
        var row = new TableEntity(RowKeys.Partition(projectId), RowKeys.Occurrence(groupId, value.OccurredAt, eventId))
        {
            ["EventId"] = eventId,
            [Address] = address,
            [ReceivedAt] = receivedAt,
        };
        var packed = SegmentPayload.Pack([json]);

        // Too large for a row: the address leads to the segment's blob, which holds it.
        if (packed.Length <= BinaryColumns.MaxBytes)
        {
            BinaryColumns.Write(row, Body, packed);
        }

        return row;
    }

    /// <returns>Null when the event was too large for the row and has to be read at its address.</returns>
    public static StoredEvent? Read(TableEntity row)
    {
        var address = row.GetGuid(Address).GetValueOrDefault();
        return BinaryColumns.Read(row, Body) is { } packed
            ? new StoredEvent(address, row.GetDateTimeOffset(ReceivedAt).GetValueOrDefault(), EventDecoder.Decode(SegmentPayload.Unpack(packed)[0]))
            : null;
    }

    public static Guid AddressOf(TableEntity row) => row.GetGuid(Address).GetValueOrDefault();
}
