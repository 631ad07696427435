using System.Security.Cryptography;
using System.Text;

namespace Logister.Core.Ingest;

/// <summary>What makes two requests the same: sender, endpoint and every byte of the body.</summary>
public static class RequestDigest
{
    /// <summary>The digest of a request.</summary>
    /// <param name="tokenId">The sender's token.</param>
    /// <param name="endpoint">What it was sent to.</param>
    /// <param name="body">The body.</param>
    public static string Of(Guid tokenId, string endpoint, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(tokenId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(endpoint + "\n"));
        hash.AppendData(body);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
