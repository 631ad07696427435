using Logister.Core.Events;
using Logister.Core.Segments;

namespace Logister.Core.Tests.Ingest;

/// <summary>A send under way, which ends as the test wants.</summary>
internal sealed class HeldSend(IReadOnlyList<SealedSegment> segments)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<SealedSegment> Segments { get; } = segments;

    public Task Ended => _ended.Task;

    public void Succeed() => _ended.SetResult();

    public void Fail(Exception failure) => _ended.SetException(failure);

    public IEnumerable<string> Messages() => Events().Select(static item => item.Message);

    public Guid AddressOf(string message) => Events().Single(item => item.Message == message).Address;

    public string MessageAt(Guid address) => Events().Single(item => item.Address == address).Message;

    private IEnumerable<(Guid Address, string Message)> Events() => Segments.SelectMany(static segment =>
        SegmentPayload.Unpack(segment.Payload.Span).Select((line, index) => (EventId.At(segment.Key, index), EventDecoder.Decode(line).Message)));
}
