using Logister.Core.Segments;

namespace Logister.Core.Ingest;

/// <summary>
/// Group commit: what arrives while sends are in flight waits and is sealed together, a segment a project. A lone event
/// is sealed and sent at once; under load requests share segments, so that storage calls an event fall as load rises.
/// </summary>
/// <remarks>
/// Every caller awaits the fate of the message that carries its own events, and of no other. A caller that stops waiting
/// takes nothing back: its events are sent with the rest, because others may share their segment.
/// </remarks>
/// <param name="sealer">Cuts the waiting events into segments.</param>
/// <param name="send">Makes the segments of one message durable, or throws.</param>
internal sealed class GroupCommit(SegmentSealer sealer, Func<IReadOnlyList<SealedSegment>, CancellationToken, Task> send)
{
    /// <summary>Flushes under way at once: while one waits for storage, the next is already compressing.</summary>
    public const int MaxFlushes = 2;

    /// <summary>Bytes that must wait before a second flush begins; less is better sent together with what comes after it.</summary>
    public const int WorthAnotherFlush = IngestMessage.MaxBytes;

    /// <summary>Bytes that may wait or be on their way. Beyond it storage is down or too slow, and the honest answer is 503.</summary>
    public const int MaxHeldBytes = 64 << 20;

    // Callers that were answered together are likely to be back together: a moment's wait for them makes fewer, fuller
    // messages. An event that finds no flush under way never waits.
    private static readonly TimeSpan Regathering = TimeSpan.FromMilliseconds(4);

    private readonly Lock _gate = new();
    private List<WaitingEvents> _waiting = [];
    private long _heldBytes;
    private long _waitingBytes;
    private int _flushes;

    /// <summary>Seals and sends the events, in their order.</summary>
    /// <returns>The address of each event, once all of them are durable.</returns>
    /// <exception cref="IngestOverloadedException">More waits than the process may hold.</exception>
    public Task<IReadOnlyList<Guid>> AddAsync(Guid projectId, IReadOnlyList<EncodedEvent> events, CancellationToken cancellation)
    {
        var waiting = new WaitingEvents(projectId, events);
        lock (_gate)
        {
            if (_heldBytes > 0 && _heldBytes + waiting.Bytes > MaxHeldBytes)
            {
                throw new IngestOverloadedException();
            }

            _waiting.Add(waiting);
            _heldBytes += waiting.Bytes;
            _waitingBytes += waiting.Bytes;
            if (_flushes == 0 || (_flushes < MaxFlushes && _waitingBytes >= WorthAnotherFlush))
            {
                _flushes++;
                _ = Task.Run(FlushUntilEmptyAsync, CancellationToken.None);
            }
        }

        return waiting.Durable.WaitAsync(cancellation);
    }

    private async Task FlushUntilEmptyAsync()
    {
        while (TakeAll() is { } taken)
        {
            try
            {
                await SealAndSendAsync(taken);
            }
#pragma warning disable CA1031 // Do not catch general exception types: whatever it is, the callers wait for it; nobody else would see it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                taken.ForEach(waiting => waiting.Fail(exception));
            }

            lock (_gate)
            {
                _heldBytes -= taken.Sum(static waiting => waiting.Bytes);
            }

            if (taken.Count > 1)
            {
                await Task.Delay(Regathering);
            }
        }
    }

    private async Task SealAndSendAsync(List<WaitingEvents> taken)
    {
        var segments = taken.GroupBy(static waiting => waiting.ProjectId).SelectMany(SealProject).ToList();
        var places = segments.ToDictionary(static item => item.Segment.Key, static item => item.Places);
        var messages = IngestMessage.Share([.. segments.Select(static item => item.Segment)]);
        await Task.WhenAll(messages.Select(message => SendAsync(message, places)));
    }

    private List<WaitingEvents>? TakeAll()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _flushes--;
                return null;
            }

            var taken = _waiting;
            _waiting = [];
            _waitingBytes = 0;
            return taken;
        }
    }

    // Which caller's which event each place of each segment is; sealing keeps the order, so the two run side by side.
    private IEnumerable<(SealedSegment Segment, IReadOnlyList<EventPlace> Places)> SealProject(IGrouping<Guid, WaitingEvents> project)
    {
        var places = project.SelectMany(static caller => caller.Events.Select((_, index) => new EventPlace(caller, index))).ToList();
        var at = 0;
        foreach (var segment in sealer.Seal(project.Key, [.. places.Select(static place => place.Caller.Events[place.Index])]))
        {
            yield return (segment, places.GetRange(at, segment.Count));
            at += segment.Count;
        }
    }

    private async Task SendAsync(IReadOnlyList<SealedSegment> message, Dictionary<SegmentKey, IReadOnlyList<EventPlace>> places)
    {
        Exception? failure = null;
        try
        {
            await send(message, CancellationToken.None);
        }
#pragma warning disable CA1031 // Do not catch general exception types: whatever it is, it belongs to the callers who wait for this message.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        foreach (var segment in message)
        {
            for (var index = 0; index < segment.Count; index++)
            {
                var place = places[segment.Key][index];
                place.Caller.Settle(place.Index, EventId.At(segment.Key, index), failure);
            }
        }
    }

    private readonly record struct EventPlace(WaitingEvents Caller, int Index);
}
