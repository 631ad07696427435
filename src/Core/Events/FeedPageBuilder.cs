using Logister.Core.Segments;

namespace Logister.Core.Events;

/// <summary>Collects a page of the feed from segments handed to it newest first.</summary>
internal sealed class FeedPageBuilder(EventQuery query, int limit, FeedPosition? after)
{
    private readonly List<StoredEvent> _items = [];
    private FeedPosition? _last;
    private FeedPosition? _seen;

    /// <summary>Events that still fit.</summary>
    public int Missing => limit - _items.Count;

    /// <returns>Whether the page is full and there is at least one more event.</returns>
    public bool Add(SegmentKey segment, IReadOnlyList<(int Index, StoredEvent Event)> events)
    {
        foreach (var (index, value) in events.Reverse())
        {
            if (after is { } start && start.Segment == segment && index >= start.Index)
            {
                continue;
            }

            if (query.Matches(value.Event))
            {
                if (_items.Count == limit)
                {
                    return true;
                }

                _items.Add(value);
                _last = new FeedPosition(segment, index);
            }
        }

        _seen = new FeedPosition(segment, 0);
        return false;
    }

    public EventPage Full() => new(_items, _last);

    public EventPage Complete() => new(_items, Next: null);

    /// <summary>Too much was read for what was found: the next page goes on behind the last segment looked at.</summary>
    /// <param name="passed">A segment behind that one that needed no look.</param>
    public EventPage CutShort(SegmentKey? passed) => new(_items, passed is { } key ? new FeedPosition(key, 0) : _seen ?? after);
}
