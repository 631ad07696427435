using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Segments;

namespace Logister.Core.Commit;

/// <summary>A segment's events as they came out of it, and those of them that will not be stored.</summary>
internal sealed class SegmentContent
{
    private readonly Dictionary<int, string?> _voided = [];
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _lines;
    private readonly TelemetryEvent?[] _events;

    public SegmentContent(SealedSegment segment)
    {
        Segment = segment;
        _lines = SegmentPayload.Unpack(segment.Payload.Span);
        _events = new TelemetryEvent?[_lines.Count];
        for (var index = 0; index < _lines.Count; index++)
        {
            try
            {
                _events[index] = EventDecoder.Decode(_lines[index]);
            }
            catch (JsonException damaged)
            {
                DeadLetter(index, $"The event cannot be read: {damaged.Message}");
            }
        }

        VoidRepeats();
    }

    public SealedSegment Segment { get; }

    /// <summary>The events that are to be stored, with their places.</summary>
    public IEnumerable<(int Index, TelemetryEvent Event)> Live => _events
        .Select(static (value, index) => (Index: index, Event: value))
        .Where(item => item.Event is not null && !_voided.ContainsKey(item.Index))
        .Select(static item => (item.Index, item.Event!));

    public IReadOnlyCollection<int> Voided => _voided.Keys;

    /// <summary>The events that are kept as dead letters, with the reason.</summary>
    public IEnumerable<(int Index, string Reason)> DeadLetters => _voided
        .Where(static item => item.Value is not null)
        .Select(static item => (item.Key, item.Value!));

    public ReadOnlyMemory<byte> LineOf(int index) => _lines[index];

    public Guid AddressOf(int index) => EventId.At(Segment.Key, index);

    public Guid IdOf(int index) => _events[index]?.Uuid ?? AddressOf(index);

    /// <summary>Takes out an event that is stored elsewhere already.</summary>
    public void VoidAsRepeat(int index) => _voided[index] = null;

    /// <summary>Takes out an event that cannot be stored, and keeps it as a dead letter.</summary>
    public void DeadLetter(int index, string reason) => _voided[index] = reason;

    private void VoidRepeats()
    {
        var seen = new HashSet<Guid>();
        foreach (var (index, value) in Live.ToList())
        {
            if (value.Uuid is { } uuid && value.Type != EventType.Deployment && !seen.Add(uuid))
            {
                VoidAsRepeat(index);
            }
        }
    }
}
