using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Logister.Core.Segments;

/// <summary>
/// The bytes of a segment: a version byte, the length before compression, then the events as Brotli-compressed lines of
/// JSON. Every version ever written stays readable.
/// </summary>
internal static class SegmentPayload
{
    private const byte Version1 = 1;
    private const int HeaderBytes = 1 + sizeof(int);

    // Quality 4 is where Brotli's ratio levels off before its time does not; the window covers the largest segment.
    private const int Quality = 4;
    private const int Window = 20;

    /// <summary>No reader unpacks more than this, whatever a header says. Far above what a sealer writes.</summary>
    public const int MaxUnpackedBytes = 32 << 20;

    public static byte[] Pack(IReadOnlyList<ReadOnlyMemory<byte>> events)
    {
        var length = events.Sum(static line => line.Length + 1);
        var lines = ArrayPool<byte>.Shared.Rent(length);
        var packed = ArrayPool<byte>.Shared.Rent(HeaderBytes + BrotliEncoder.GetMaxCompressedLength(length));
        try
        {
            var at = 0;
            foreach (var line in events)
            {
                line.Span.CopyTo(lines.AsSpan(at));
                at += line.Length;
                lines[at++] = (byte)'\n';
            }

            packed[0] = Version1;
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), length);
            if (!BrotliEncoder.TryCompress(lines.AsSpan(0, length), packed.AsSpan(HeaderBytes), out var written, Quality, Window))
            {
                throw new InvalidOperationException("Brotli needed more room than its own upper bound.");
            }

            return packed.AsSpan(0, HeaderBytes + written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lines);
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no segment, are cut short, or are of a newer version.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < HeaderBytes || packed[0] != Version1)
        {
            throw new InvalidDataException(packed.IsEmpty ? "An empty segment." : $"A segment of unknown version {packed[0]}.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(packed[1..]);
        if (length is < 0 or > MaxUnpackedBytes)
        {
            throw new InvalidDataException($"A segment claims {length} bytes.");
        }

        var lines = new byte[length];
        if (!BrotliDecoder.TryDecompress(packed[HeaderBytes..], lines, out var written) || written != length)
        {
            throw new InvalidDataException("A segment's compressed bytes are damaged.");
        }

        return Split(lines);
    }

    private static List<ReadOnlyMemory<byte>> Split(byte[] lines)
    {
        var events = new List<ReadOnlyMemory<byte>>();
        for (var start = 0; start < lines.Length;)
        {
            var end = Array.IndexOf(lines, (byte)'\n', start);
            if (end < 0)
            {
                throw new InvalidDataException("A segment's last event has no end.");
            }

            events.Add(lines.AsMemory(start, end - start));
            start = end + 1;
        }

        return events;
    }
}
