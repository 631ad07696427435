using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Logister.Core.Segments;

/// <summary>
/// A Bloom filter of the ids a segment's events carry, so that "everything of this trace" reads only the segments that
/// hold it. It never misses an id; one in a hundred foreign ids looks held.
/// </summary>
internal static class IdFilter
{
    // Ten bits an id and seven probes give one false answer in a hundred (Bloom, 1970).
    private const int BitsPerId = 10;
    private const int Probes = 7;

    /// <returns>The filter's bytes, empty when there is nothing to hold.</returns>
    public static byte[] Make(IReadOnlySet<string> ids)
    {
        var filter = new byte[((ids.Count * BitsPerId) + 7) / 8];
        foreach (var id in ids)
        {
            foreach (var bit in Bits(id, filter.Length))
            {
                filter[bit >> 3] |= (byte)(1 << (bit & 7));
            }
        }

        return filter;
    }

    public static bool MayHold(byte[]? filter, string id) =>
        filter is { Length: > 0 } && Bits(id, filter.Length).All(bit => (filter[bit >> 3] & (1 << (bit & 7))) != 0);

    private static IEnumerable<int> Bits(string id, int bytes)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        var first = BinaryPrimitives.ReadUInt64LittleEndian(digest);
        var step = BinaryPrimitives.ReadUInt64LittleEndian(digest.AsSpan(8)) | 1;
        for (ulong probe = 0; probe < Probes; probe++)
        {
            yield return (int)((first + (probe * step)) % ((ulong)bytes * 8));
        }
    }
}
