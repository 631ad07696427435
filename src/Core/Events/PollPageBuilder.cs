namespace Logister.Core.Events;

/// <summary>Collects what a poll returns from segments handed to it in the order of commits.</summary>
internal sealed class PollPageBuilder(EventQuery query, int limit, PollPosition from)
{
    private readonly List<StoredEvent> _items = [];
    private PollPosition? _next;

    /// <summary>Events that still fit.</summary>
    public int Missing => limit - _items.Count;

    /// <returns>Whether the page is full.</returns>
    public bool Add(long sequence, IReadOnlyList<(int Index, StoredEvent Event)> events)
    {
        foreach (var (index, value) in events)
        {
            if ((sequence == from.Sequence && index < from.Index) || !query.Matches(value.Event))
            {
                continue;
            }

            _items.Add(value);
            if (_items.Count == limit)
            {
                _next = new PollPosition(sequence, index + 1);
                return true;
            }
        }

        _next = new PollPosition(sequence + 1, 0);
        return false;
    }

    public PollPage Done() => new(_items, _next ?? from);
}
