using System.Security.Cryptography;
using System.Text;

namespace Logister.Core.Projects;

/// <summary>What is stored of a token: its SHA-256. A token has 192 random bits or more, so a plain hash keeps it secret.</summary>
internal static class TokenDigest
{
    public static string Of(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static bool Same(string digest, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digest), Encoding.ASCII.GetBytes(other));
}
