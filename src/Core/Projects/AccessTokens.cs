using Azure;
using Azure.Data.Tables;
using Logister.Core.Errors;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>
/// Access tokens, for those who manage them. Rows are keyed by digest, which is what every request looks up; there are as
/// many as people and tools, so a look by id reads the partition.
/// </summary>
/// <remarks>Every change is one call. What it changes is seen by this instance at once and by others within the cache's lifetime.</remarks>
public sealed class AccessTokens
{
    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;
    private readonly RegistryCache _cache;
    private readonly Registry _registry;
    private readonly DeploymentToken _deployment;
    private readonly TimeProvider _time;

    internal AccessTokens(LogisterStorage storage, RegistryCache cache, Registry registry, DeploymentToken deployment, TimeProvider time) =>
        (_storage, _cache, _registry, _deployment, _time) = (storage, cache, registry, deployment, time);

    /// <summary>The tokens that open nothing the session does not open, the newest first. The deployment's own is not among them.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(AccessSession session, CancellationToken cancellation) =>
        [.. (await ReadAsync(cancellation)).Select(static row => row.Token).Where(token => session.Covers(token.ProjectIds)).OrderByDescending(static token => token.CreatedAt)];

    /// <summary>Makes a token that opens at most what the session opens.</summary>
    /// <param name="session">Who asks; an admin.</param>
    /// <param name="wanted">The token wanted.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="InvalidChangeException">It cannot be made so.</exception>
    public async Task<MintedToken<AccessToken>> CreateAsync(AccessSession session, AccessTokenRequest wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(wanted);
        var now = _time.GetUtcNow();
        var visible = (await session.ListAsync(includeArchived: true, cancellation)).Select(static project => project.Id).ToHashSet();
        if (wanted.Errors(visible, session.OpensAll, now).ToList() is { Count: > 0 } errors)
        {
            throw new InvalidChangeException(errors);
        }

        var plain = TokenMint.AccessToken();
        var token = new AccessToken
        {
            Id = Guid.NewGuid(),
            Digest = TokenDigest.Of(plain),
            Name = NameRule.Demand(wanted.Name),
            Role = wanted.ParsedRole.GetValueOrDefault(),
            ProjectIds = wanted.Projects?.ToHashSet(),
            CreatedAt = now,
            ExpiresAt = wanted.ExpiresAt,
        };
        await _registry.PutAsync(token, cancellation);
        return new MintedToken<AccessToken>(plain, token);
    }

    /// <summary>Ends a token for good. A revoked one stays as it is.</summary>
    /// <param name="session">Who asks; an admin.</param>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The token; null when there is none, or none that the session may manage.</returns>
    /// <exception cref="InvalidChangeException">It is the last admin token that opens everything.</exception>
    /// <exception cref="TimeoutException">Others changed tokens each time.</exception>
    public async Task<AccessToken?> RevokeAsync(AccessSession session, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        for (var tries = 0; tries < RowChange.MaxTries; tries++)
        {
            var rows = await ReadAsync(cancellation);
            if (rows.Find(row => row.Token.Id == id) is not { } found || !session.Covers(found.Token.ProjectIds))
            {
                return null;
            }

            if (found.Token.RevokedAt is not null)
            {
                return found.Token;
            }

            var revoked = found.Token with { RevokedAt = _time.GetUtcNow() };
            if (await TryRevokeAsync(found, revoked, rows, cancellation))
            {
                _cache.Forget(RegistryRows.CacheKey(RegistryRows.AccessTokens, revoked.Digest));
                return revoked;
            }

            await RowChange.PauseAsync(cancellation);
        }

        throw new TimeoutException("Access tokens kept changing while one was to be revoked.");
    }

    /// <summary>Everybody an error group of the project can be given to, by name.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<Assignee>> ListAssigneesAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var now = _time.GetUtcNow();
        var tokens = (await ReadAsync(cancellation)).Select(static row => row.Token);
        return
        [
            .. (_deployment.Token is { } own ? tokens.Append(own) : tokens)
                .Where(token => token.IsValid(now) && token.ProjectIds?.Contains(project.Id) != false)
                .Select(static token => new Assignee(token.Id, token.Name))
                .OrderBy(static assignee => assignee.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static assignee => assignee.Id),
        ];
    }

    /// <summary>Somebody an error group of the project can be given to.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The id of an access token.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="InvalidChangeException">There is no valid token with this id that may see the project.</exception>
    public async Task<Assignee> FindAssigneeAsync(ProjectScope project, Guid id, CancellationToken cancellation) =>
        (await ListAssigneesAsync(project, cancellation)).FirstOrDefault(assignee => assignee.Id == id)
        ?? throw new InvalidChangeException("Assignee must have access to this project");

    // Without the deployment's token somebody must be left who opens everything. Two who revoke each other at the same
    // time would both find the other, so the one found is written with its version in the same transaction.
    private async Task<bool> TryRevokeAsync(StoredAccessToken found, AccessToken revoked, List<StoredAccessToken> all, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpdateReplace, RegistryRows.Write(revoked), found.ETag)];
        if (_deployment.Token is null && Governs(found.Token))
        {
            var other = all.Find(row => row.Token.Id != revoked.Id && Governs(row.Token))
                ?? throw new InvalidChangeException("The last admin token that opens every project cannot be revoked");
            actions.Add(new(TableTransactionActionType.UpdateReplace, RegistryRows.Write(other.Token), other.ETag));
        }

        try
        {
            await _storage.Registry.SubmitAsync(actions, cancellation);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }

    private bool Governs(AccessToken token) => token is { Role: AccessRole.Admin, ProjectIds: null } && token.IsValid(_time.GetUtcNow());

    private async Task<List<StoredAccessToken>> ReadAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RegistryRows.AccessTokens}");
        var rows = new List<StoredAccessToken>();
        await foreach (var page in _storage.Registry.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            rows.AddRange(page.Values.Select(static row => new StoredAccessToken(RegistryRows.ReadAccessToken(row), row.ETag)));
        }

        return rows;
    }

    private sealed record StoredAccessToken(AccessToken Token, ETag ETag);
}
