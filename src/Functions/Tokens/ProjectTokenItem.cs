using Logister.Core.Projects;

namespace Logister.Functions.Tokens;

/// <summary>A project token in the management API; with the token itself only in the answer to its making.</summary>
internal sealed record ProjectTokenItem(Guid Uuid, string Name, string? Token, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public static ProjectTokenItem Of(ProjectToken token) => new(token.Id, token.Name, Token: null, token.CreatedAt, token.LastUsedAt, token.RevokedAt);

    public static ProjectTokenItem Of(MintedToken<ProjectToken> minted) => Of(minted.Kept) with { Token = minted.Plain };
}
