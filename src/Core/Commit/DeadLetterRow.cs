using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Commit;

/// <summary>An event that could not be stored, whole, with the reason.</summary>
internal static class DeadLetterRow
{
    public const string Reason = "Reason";
    public const string EventId = "EventId";

    private const int MaxReason = 1000;

    public static TableEntity Write(SegmentContent content, int index, string reason)
    {
        var segment = content.Segment;
        var row = new TableEntity(RowKeys.Partition(segment.ProjectId), RowKeys.DeadLetter(segment.Key.SealedAt, content.AddressOf(index)))
        {
            [Reason] = Text.Cut(reason, MaxReason),
            ["ReceivedAt"] = segment.Key.SealedAt,
            [EventId] = content.IdOf(index),
        };

        // One larger than a row stays readable in its segment, which is in a blob then.
        if (content.LineOf(index).Length <= BinaryColumns.MaxBytes)
        {
            BinaryColumns.Write(row, "Body", content.LineOf(index));
        }

        return row;
    }
}
