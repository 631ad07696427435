using System.Security.Cryptography;
using System.Text;

namespace Logister.Core.Ingest;

/// <summary>An identity that follows from the content, so that a repeated sending is recognised.</summary>
internal static class NameBasedUuid
{
    /// <summary>The first half of the name's SHA-256 with the marks of a version 5 uuid.</summary>
    public static Guid Of(string name)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), digest);
        digest[6] = (byte)((digest[6] & 0x0f) | 0x50);
        digest[8] = (byte)((digest[8] & 0x3f) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }
}
