using System.Buffers.Binary;
using Logister.Core.Segments;

namespace Logister.Core.Ingest;

/// <summary>
/// The body of a queue message: a version byte, then sealed segments one after the other. A segment stands in it whole,
/// or, when it is too large, as a pointer to a blob whose name follows from its project and key.
/// </summary>
internal static class IngestMessage
{
    /// <summary>The largest body; as base64 it is exactly the 64 KiB a queue message can hold.</summary>
    public const int MaxBytes = 48 << 10;

    private const byte Version1 = 1;
    private const int HeaderBytes = 1;
    private const int SegmentHeaderBytes = 16 + sizeof(long) + sizeof(ulong) + sizeof(ushort) + sizeof(int);

    /// <summary>Bytes a segment adds to a message.</summary>
    public static int SizeOf(SealedSegment segment) => SegmentHeaderBytes + InlineLength(segment);

    /// <summary>Whether a segment must travel by blob.</summary>
    public static bool NeedsBlob(SealedSegment segment) => segment.Payload.Length > SegmentSealer.MaxPackedBytes;

    /// <summary>Spreads segments over as few messages as their order allows.</summary>
    public static IReadOnlyList<IReadOnlyList<SealedSegment>> Share(IReadOnlyList<SealedSegment> segments)
    {
        var messages = new List<IReadOnlyList<SealedSegment>>();
        var current = new List<SealedSegment>();
        var size = HeaderBytes;
        foreach (var segment in segments)
        {
            if (current.Count > 0 && size + SizeOf(segment) > MaxBytes)
            {
                messages.Add(current);
                current = [];
                size = HeaderBytes;
            }

            current.Add(segment);
            size += SizeOf(segment);
        }

        if (current.Count > 0)
        {
            messages.Add(current);
        }

        return messages;
    }

    public static BinaryData Encode(IReadOnlyList<SealedSegment> segments)
    {
        var bytes = new byte[HeaderBytes + segments.Sum(SizeOf)];
        bytes[0] = Version1;
        var at = bytes.AsSpan(HeaderBytes);
        foreach (var segment in segments)
        {
            segment.ProjectId.TryWriteBytes(at, bigEndian: true, out _);
            BinaryPrimitives.WriteInt64LittleEndian(at[16..], segment.Key.SealedAtMs);
            BinaryPrimitives.WriteUInt64LittleEndian(at[24..], segment.Key.Random);
            BinaryPrimitives.WriteUInt16LittleEndian(at[32..], (ushort)segment.Count);
            var length = InlineLength(segment);
            BinaryPrimitives.WriteInt32LittleEndian(at[34..], length);
            segment.Payload.Span[..length].CopyTo(at[SegmentHeaderBytes..]);
            at = at[(SegmentHeaderBytes + length)..];
        }

        return new BinaryData(bytes);
    }

    /// <returns>The segments; one whose payload is empty lies in its blob.</returns>
    /// <exception cref="InvalidDataException">The body is no message of ours, or is cut short.</exception>
    public static IReadOnlyList<SealedSegment> Decode(ReadOnlyMemory<byte> body)
    {
        if (body.Length < HeaderBytes || body.Span[0] != Version1)
        {
            throw new InvalidDataException("A queue message of unknown version.");
        }

        var segments = new List<SealedSegment>();
        for (var rest = body[HeaderBytes..]; !rest.IsEmpty;)
        {
            if (rest.Length < SegmentHeaderBytes)
            {
                throw new InvalidDataException("A queue message ends inside a segment's header.");
            }

            var at = rest.Span;
            var length = BinaryPrimitives.ReadInt32LittleEndian(at[34..]);
            if (length < 0 || length > rest.Length - SegmentHeaderBytes)
            {
                throw new InvalidDataException("A queue message ends inside a segment.");
            }

            segments.Add(new SealedSegment(
                new Guid(at[..16], bigEndian: true),
                new SegmentKey(BinaryPrimitives.ReadInt64LittleEndian(at[16..]), BinaryPrimitives.ReadUInt64LittleEndian(at[24..])),
                BinaryPrimitives.ReadUInt16LittleEndian(at[32..]),
                rest.Slice(SegmentHeaderBytes, length)));
            rest = rest[(SegmentHeaderBytes + length)..];
        }

        return segments;
    }

    private static int InlineLength(SealedSegment segment) => NeedsBlob(segment) ? 0 : segment.Payload.Length;
}
