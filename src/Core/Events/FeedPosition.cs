using System.Globalization;
using Logister.Core.Segments;

namespace Logister.Core.Events;

/// <summary>A place in the activity feed: the segment and the event in it.</summary>
public readonly record struct FeedPosition
{
    internal FeedPosition(SegmentKey segment, int index) => (Segment, Index) = (segment, index);

    /// <summary>When the events there were received.</summary>
    public DateTimeOffset ReceivedAt => Segment.SealedAt;

    internal SegmentKey Segment { get; }

    internal int Index { get; }

    /// <summary>The place as text, for a cursor.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Segment.ToSortable()}-{Index}");

    /// <summary>Reads a place back.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <param name="position">The place.</param>
    public static bool TryParse(string text, out FeedPosition position)
    {
        position = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 0
            || !SegmentKey.TryParse(text.AsSpan(0, dash), out var segment)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        position = new FeedPosition(segment, index);
        return true;
    }
}
