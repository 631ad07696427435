using System.Security.Cryptography;
using System.Text;

namespace Logister.Core.Segments;

/// <summary>
/// Ids that follow from what they name (version-8 uuids of a SHA-256), so that a group, a monitor or a deployment is
/// found by one point read from either side: from its content at commit, from its id in a URL.
/// </summary>
internal static class StableId
{
    /// <param name="kind">What is named; keeps the kinds apart.</param>
    /// <param name="projectId">Whose it is; keeps the projects apart.</param>
    /// <param name="parts">What tells it from others of its kind. No two different lists give the same id.</param>
    public static Guid Of(string kind, Guid projectId, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        Append(hash, projectId.ToString("N"));
        foreach (var part in parts)
        {
            Append(hash, part ?? string.Empty);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)((digest[6] & 0x0f) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3f) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }

    // The length in front makes ("a", "bc") and ("ab", "c") different.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
