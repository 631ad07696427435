using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>Turns tokens into the rights they stand for. Why one was refused is not told.</summary>
public sealed class TokenGate
{
    private readonly LogisterStorage _storage;
    private readonly RegistryCache _cache;
    private readonly ProjectDirectory _directory;
    private readonly DeploymentToken _deployment;
    private readonly TimeProvider _time;

    internal TokenGate(LogisterStorage storage, RegistryCache cache, ProjectDirectory directory, DeploymentToken deployment, TimeProvider time) =>
        (_storage, _cache, _directory, _deployment, _time) = (storage, cache, directory, deployment, time);

    /// <summary>What a token may send.</summary>
    /// <param name="token">As sent.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <returns>Null when it is unknown, revoked, or its project is archived or gone.</returns>
    public async Task<WriteAccess?> OpenForWritingAsync(string token, CancellationToken cancellation)
    {
        var digest = TokenDigest.Of(token);
        var known = await FindAsync(RegistryRows.ProjectTokens, digest, RegistryRows.ReadProjectToken, cancellation);
        return known is { RevokedAt: null }
            && TokenDigest.Same(known.Digest, digest)
            && await _directory.FindAsync(known.ProjectId, cancellation) is { ArchivedAt: null } project
                ? new WriteAccess(new ProjectScope(project), known.Id)
                : null;
    }

    /// <summary>The session of an access token.</summary>
    /// <param name="token">As sent.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <returns>Null when it is unknown, revoked or has ended.</returns>
    public async Task<AccessSession?> OpenForReadingAsync(string token, CancellationToken cancellation)
    {
        var digest = TokenDigest.Of(token);
        if (_deployment.Match(digest) is { } own)
        {
            return new AccessSession(own, _directory);
        }

        var known = await FindAsync(RegistryRows.AccessTokens, digest, RegistryRows.ReadAccessToken, cancellation);
        return known?.IsValid(_time.GetUtcNow()) == true && TokenDigest.Same(known.Digest, digest) ? new AccessSession(known, _directory) : null;
    }

    private Task<T?> FindAsync<T>(string kind, string digest, Func<Azure.Data.Tables.TableEntity, T> read, CancellationToken cancellation)
        where T : class =>
        _cache.GetAsync(RegistryRows.CacheKey(kind, digest), async () =>
            await _storage.Registry.FindAsync(kind, digest, cancellation) is { } row ? read(row) : null);
}
