using System.Globalization;
using System.Security.Cryptography;

namespace Logister.Core.Segments;

/// <summary>
/// Where a segment stands: when it was sealed and a random part that tells apart what was sealed in the same millisecond.
/// Fixed before the segment is sent, so that storing it twice is a conflict and not a second copy.
/// </summary>
/// <param name="SealedAtMs">Milliseconds since the Unix epoch, 48 bits.</param>
/// <param name="Random">56 random bits.</param>
internal readonly record struct SegmentKey(long SealedAtMs, ulong Random)
{
    public const long MaxMs = (1L << 48) - 1;
    public const ulong MaxRandom = (1UL << 56) - 1;

    /// <summary>When it was sealed, which is when its events count as received.</summary>
    public DateTimeOffset SealedAt => DateTimeOffset.FromUnixTimeMilliseconds(SealedAtMs);

    public static SegmentKey Mint(DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return new SegmentKey(now.ToUnixTimeMilliseconds(), BitConverter.ToUInt64(random) & MaxRandom);
    }

    /// <summary>26 hex digits that sort newest first.</summary>
    public string ToSortable() => string.Create(CultureInfo.InvariantCulture, $"{MaxMs - SealedAtMs:x12}{Random:x14}");

    public static bool TryParse(ReadOnlySpan<char> sortable, out SegmentKey key)
    {
        key = default;
        if (sortable.Length != 26
            || !long.TryParse(sortable[..12], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var inverted)
            || !ulong.TryParse(sortable[12..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var random))
        {
            return false;
        }

        key = new SegmentKey(MaxMs - inverted, random);
        return true;
    }
}
