using Logister.Core.Segments;

namespace Logister.Core.Ingest;

/// <summary>One caller's events from the moment they wait until each of them is durable or one of them failed.</summary>
internal sealed class WaitingEvents(Guid projectId, IReadOnlyList<EncodedEvent> events)
{
    private readonly Guid[] _addresses = new Guid[events.Count];
    private readonly TaskCompletionSource<IReadOnlyList<Guid>> _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unsettled = events.Count;

    public Guid ProjectId { get; } = projectId;

    public IReadOnlyList<EncodedEvent> Events { get; } = events;

    public int Bytes { get; } = events.Sum(static item => item.Json.Length);

    /// <summary>The addresses in the order of the events; fails as soon as one of their messages did.</summary>
    public Task<IReadOnlyList<Guid>> Durable => _durable.Task;

    public void Settle(int index, Guid address, Exception? failure)
    {
        _addresses[index] = address;
        if (failure is not null)
        {
            Fail(failure);
        }
        else if (Interlocked.Decrement(ref _unsettled) == 0)
        {
            _durable.TrySetResult(_addresses);
        }
    }

    public void Fail(Exception failure) => _durable.TrySetException(failure);
}
