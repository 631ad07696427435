using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>
/// A project's tokens, for those who manage it. A token's row is keyed by its digest, which is what ingest looks up; the
/// few looks by project or id filter the partition of all tokens, a storage call for each thousand, and need no index.
/// </summary>
/// <remarks>Every change is one row in one call. What it changes is seen by this instance at once and by others within the cache's lifetime.</remarks>
public sealed class ProjectTokens
{
    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;
    private readonly RegistryCache _cache;
    private readonly Registry _registry;
    private readonly TimeProvider _time;

    internal ProjectTokens(LogisterStorage storage, RegistryCache cache, Registry registry, TimeProvider time) =>
        (_storage, _cache, _registry, _time) = (storage, cache, registry, time);

    /// <summary>Every token the project ever had, the newest first.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<ProjectToken>> ListAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RegistryRows.ProjectTokens} and ProjectId eq {project.Id}");
        var tokens = new List<ProjectToken>();
        await foreach (var page in _storage.Registry.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            tokens.AddRange(page.Values.Select(RegistryRows.ReadProjectToken));
        }

        return [.. tokens.OrderByDescending(static token => token.CreatedAt).ThenBy(static token => token.Id)];
    }

    /// <summary>Makes a token.</summary>
    /// <param name="project">The project.</param>
    /// <param name="name">What people call it, 1 to 100 characters.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="InvalidChangeException">The name does not do, or the project is archived.</exception>
    public async Task<MintedToken<ProjectToken>> CreateAsync(ProjectScope project, string? name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Project.ArchivedAt is not null)
        {
            throw new InvalidChangeException("Project is archived");
        }

        var plain = TokenMint.ProjectToken();
        var token = new ProjectToken
        {
            Id = Guid.NewGuid(),
            Digest = TokenDigest.Of(plain),
            ProjectId = project.Id,
            Name = NameRule.Demand(name),
            CreatedAt = _time.GetUtcNow(),
        };
        await _registry.PutAsync(token, cancellation);
        return new MintedToken<ProjectToken>(plain, token);
    }

    /// <summary>Gives a token another name.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The token's id.</param>
    /// <param name="name">What people call it, 1 to 100 characters.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The token; null when the project has none with this id.</returns>
    /// <exception cref="InvalidChangeException">The name does not do.</exception>
    public Task<ProjectToken?> RenameAsync(ProjectScope project, Guid id, string? name, CancellationToken cancellation)
    {
        var tidy = NameRule.Demand(name);
        return ChangeAsync(project, id, token => token with { Name = tidy }, cancellation);
    }

    /// <summary>Ends a token for good. A revoked one stays as it is.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The token; null when the project has none with this id.</returns>
    public Task<ProjectToken?> RevokeAsync(ProjectScope project, Guid id, CancellationToken cancellation) =>
        ChangeAsync(project, id, Revoked, cancellation);

    /// <summary>Ends every token the project has.</summary>
    internal async Task RevokeAllAsync(ProjectScope project, CancellationToken cancellation)
    {
        foreach (var token in (await ListAsync(project, cancellation)).Where(static token => token.RevokedAt is null))
        {
            await ChangeAsync(token.Digest, Revoked, cancellation);
        }
    }

    private async Task<ProjectToken?> ChangeAsync(ProjectScope project, Guid id, Func<ProjectToken, ProjectToken> change, CancellationToken cancellation) =>
        (await ListAsync(project, cancellation)).FirstOrDefault(token => token.Id == id) is { } found
            ? await ChangeAsync(found.Digest, change, cancellation)
            : null;

    private async Task<ProjectToken?> ChangeAsync(string digest, Func<ProjectToken, ProjectToken> change, CancellationToken cancellation)
    {
        var changed = await _storage.Registry.ApplyAsync(
            RegistryRows.ProjectTokens, digest, RegistryRows.ReadProjectToken, change, RegistryRows.Write, cancellation);
        _cache.Forget(RegistryRows.CacheKey(RegistryRows.ProjectTokens, digest));
        return changed;
    }

    private ProjectToken Revoked(ProjectToken token) => token.RevokedAt is null ? token with { RevokedAt = _time.GetUtcNow() } : token;
}
