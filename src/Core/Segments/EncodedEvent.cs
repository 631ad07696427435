using Logister.Core.Events;

namespace Logister.Core.Segments;

/// <summary>An event on its way into a segment: what it says and its stored bytes.</summary>
internal sealed record EncodedEvent(TelemetryEvent Event, ReadOnlyMemory<byte> Json)
{
    public static EncodedEvent Of(TelemetryEvent value) => new(value, EventCodec.Encode(value));
}
