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
    /// <param name="token">As sent; null when none was.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<WriteAdmission> OpenForWritingAsync(string? token, CancellationToken cancellation)
    {
        if (token is null)
        {
            return WriteAdmission.Refused("missing_api_key");
        }

        var digest = TokenDigest.Of(token);
        if (token.StartsWith(MobileToken.Prefix, StringComparison.Ordinal)
            && await FindAsync(MobileTokenRow.Kind, digest, MobileTokenRow.Read, cancellation) is { } mobile
            && TokenDigest.Same(mobile.Digest, digest))
        {
            return await OpenAsync(mobile.ParentDigest, mobile, cancellation);
        }

        return await OpenAsync(digest, mobile: null, cancellation);
    }

    private async Task<WriteAdmission> OpenAsync(string digest, MobileToken? mobile, CancellationToken cancellation)
    {
        if (await FindAsync(RegistryRows.ProjectTokens, digest, RegistryRows.ReadProjectToken, cancellation) is not { } token
            || !TokenDigest.Same(token.Digest, digest)
            || await _directory.FindAsync(token.ProjectId, cancellation) is not { } project)
        {
            return WriteAdmission.Refused("invalid_api_key") with { IsMobile = mobile is not null };
        }

        var scope = new ProjectScope(project);
        var parent = new TokenRow(RegistryRows.ProjectTokens, token.Digest, token.LastUsedAt);
        return Reason(project, token, mobile) is { } reason
            ? new WriteAdmission { Reason = reason, Project = scope, IsMobile = mobile is not null }
            : new WriteAdmission
            {
                IsMobile = mobile is not null,
                Access = new WriteAccess(scope, mobile?.Id ?? token.Id, mobile?.Binding)
                {
                    Rows = mobile is null ? [parent] : [new TokenRow(MobileTokenRow.Kind, mobile.Digest, mobile.LastUsedAt), parent],
                },
            };
    }

    private string? Reason(Project project, ProjectToken token, MobileToken? mobile) => (project, token, mobile) switch
    {
        ({ ArchivedAt: not null }, _, _) => "archived_project",
        (_, { RevokedAt: not null }, null) => "revoked_api_key",
        (_, { RevokedAt: not null }, _) => "inactive_api_key",
        (_, _, { RevokedAt: not null }) => "revoked_mobile_ingest_token",
        (_, _, { } expiring) when expiring.ExpiresAt <= _time.GetUtcNow() => "expired_mobile_ingest_token",
        _ => null,
    };

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
