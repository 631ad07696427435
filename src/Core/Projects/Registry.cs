using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>Writes projects and tokens. What it changes is seen by this instance at once and by others within the cache's lifetime.</summary>
public sealed class Registry
{
    private readonly LogisterStorage _storage;
    private readonly RegistryCache _cache;

    internal Registry(LogisterStorage storage, RegistryCache cache) => (_storage, _cache) = (storage, cache);

    /// <summary>Writes a project as it shall be, and its claim on its slug.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task PutAsync(Project project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        await _storage.Registry.SubmitAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, RegistryRows.Write(project)),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, RegistryRows.WriteSlug(project)),
            ],
            cancellation);
        _cache.Forget(RegistryRows.Projects);
    }

    /// <summary>Writes a project token as it shall be.</summary>
    /// <param name="token">The token's record; <see cref="Digest"/> makes its digest.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task PutAsync(ProjectToken token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(token);
        await _storage.Registry.InsertOrReplaceAsync(RegistryRows.Write(token), cancellation);
        _cache.Forget(RegistryRows.CacheKey(RegistryRows.ProjectTokens, token.Digest));
    }

    /// <summary>Writes an access token as it shall be.</summary>
    /// <param name="token">The token's record; <see cref="Digest"/> makes its digest.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task PutAsync(AccessToken token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(token);
        await _storage.Registry.InsertOrReplaceAsync(RegistryRows.Write(token), cancellation);
        _cache.Forget(RegistryRows.CacheKey(RegistryRows.AccessTokens, token.Digest));
    }

    /// <summary>The SHA-256 a token is kept as, 64 lower-case hex digits.</summary>
    /// <param name="token">The token itself.</param>
    public static string Digest(string token) => TokenDigest.Of(token);
}
