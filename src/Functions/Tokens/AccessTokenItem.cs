using Logister.Core.Projects;

namespace Logister.Functions.Tokens;

/// <summary>An access token in the management API; with the token itself only in the answer to its making.</summary>
internal sealed record AccessTokenItem(
    Guid Uuid,
    string Name,
    string? Token,
    string Role,
    IReadOnlyList<Guid>? Projects,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    public static AccessTokenItem Of(AccessToken token) => new(
        token.Id,
        token.Name,
        Token: null,
        token.Role.ToString().ToLowerInvariant(),
        token.ProjectIds is { } projects ? [.. projects.Order()] : null,
        token.CreatedAt,
        token.ExpiresAt,
        token.RevokedAt);

    public static AccessTokenItem Of(MintedToken<AccessToken> minted) => Of(minted.Kept) with { Token = minted.Plain };
}
