using System.Security.Cryptography;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>
/// A random key every instance of the app shares; it signs cursors. Made by whichever instance first needs it, and read
/// once a process.
/// </summary>
public sealed class InstanceSecret
{
    private const int Bytes = 32;
    private const string Kind = "secret";
    private const string Row = "signing";
    private const string Key = "Key";

    private readonly LogisterStorage _storage;
    private byte[]? _known;

    internal InstanceSecret(LogisterStorage storage) => _storage = storage;

    /// <summary>The key, 32 bytes.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        if (_known is { } known)
        {
            return known;
        }

        if (await FindAsync(cancellation) is not { } key)
        {
            // Two instances may get here at once; the row of the first counts for both.
            key = RandomNumberGenerator.GetBytes(Bytes);
            if (!await _storage.Registry.TryInsertAsync(new(Kind, Row) { [Key] = key }, cancellation))
            {
                key = await FindAsync(cancellation) ?? throw new InvalidDataException("The signing key vanished while it was read.");
            }
        }

        return _known = key;
    }

    private async Task<byte[]?> FindAsync(CancellationToken cancellation) =>
        (await _storage.Registry.FindAsync(Kind, Row, cancellation))?.GetBinary(Key);
}
