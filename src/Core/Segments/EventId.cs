using System.Buffers.Binary;

namespace Logister.Core.Segments;

/// <summary>
/// The id we give an event is its address: a version-7 uuid holding the segment's key and the event's index, so that an
/// event is found by one point read and no index row exists.
/// </summary>
/// <remarks>
/// Layout: 48 bits milliseconds, 4 bits version, 12 + 44 bits random (with the variant between them), 8 check bits,
/// 10 bits index. The check bits tell our ids from version-7 ids that clients made themselves, which have to be looked
/// up by their receipt; without them every such look-up would first read in vain.
/// </remarks>
internal static class EventId
{
    /// <summary>Events a segment can hold, set by the ten bits of the index.</summary>
    public const int MaxEvents = 1 << 10;

    public static Guid At(SegmentKey segment, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxEvents);
        Span<byte> bytes = stackalloc byte[16];
        var high = ((ulong)segment.SealedAtMs << 16) | 0x7000 | (segment.Random >> 44);
        var low = (1UL << 63) | ((segment.Random & ((1UL << 44) - 1)) << 18) | ((ulong)Check(segment, index) << 10) | (uint)index;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    /// <returns><see langword="false"/> when the id was certainly not made by <see cref="At"/>.</returns>
    public static bool TryLocate(Guid id, out SegmentKey segment, out int index)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        segment = new SegmentKey((long)(high >> 16), ((high & 0xfff) << 44) | ((low >> 18) & ((1UL << 44) - 1)));
        index = (int)(low & (MaxEvents - 1));
        return (high & 0xf000) == 0x7000 && low >> 62 == 0b10 && (byte)(low >> 10) == Check(segment, index);
    }

    private static byte Check(SegmentKey segment, int index)
    {
        var mixed = (((ulong)segment.SealedAtMs * 0x9e3779b97f4a7c15) ^ segment.Random ^ ((ulong)index << 32)) * 0xbf58476d1ce4e5b9;
        return (byte)(mixed >> 56);
    }
}
