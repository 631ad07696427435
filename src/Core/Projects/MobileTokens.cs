using System.Security.Cryptography;
using Logister.Core.Ingest;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>Makes mobile tokens: a server holds a project token and hands each app session a short-lived one of its own.</summary>
/// <remarks>One row is inserted. Cut off after it, the row stands for a token nobody knows, and ends by itself.</remarks>
public sealed class MobileTokens
{
    private const int RandomBytes = 32;

    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;

    internal MobileTokens(LogisterStorage storage, TimeProvider time) => (_storage, _time) = (storage, time);

    /// <summary>Makes a token.</summary>
    /// <param name="parent">The server's access; when its token is revoked, so are those made with it.</param>
    /// <param name="body">The request body, unpacked.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="MalformedJsonException">The body is not JSON.</exception>
    /// <exception cref="EnvelopeMissingException">It asks for no token.</exception>
    /// <exception cref="PayloadTooLargeException">It exceeds a limit.</exception>
    /// <exception cref="InvalidEventException">The token asked for cannot be made; all reasons are named.</exception>
    public async Task<NewMobileToken> MakeAsync(WriteAccess parent, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parent);
        using var envelope = Envelope.OfMobileToken(JsonBody.Repair(body));
        var (binding, lifetime) = MobileTokenRequest.Read(envelope.Root);
        var now = _time.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + lifetime).ToUnixTimeSeconds());
        var token = MobileToken.Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        var row = MobileTokenRow.Write(new MobileToken
        {
            Id = Guid.NewGuid(),
            Digest = TokenDigest.Of(token),
            ParentDigest = parent.Rows[^1].Digest,
            Binding = binding,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        });
        await _storage.Registry.InsertOrReplaceAsync(row, cancellation);
        return new NewMobileToken(token, expiresAt, binding);
    }
}
