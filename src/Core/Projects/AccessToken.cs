namespace Logister.Core.Projects;

/// <summary>A token of a person or a tool that reads and manages, as it is kept: without the token itself.</summary>
public sealed record AccessToken
{
    /// <summary>The token's id, by which it is listed and revoked.</summary>
    public required Guid Id { get; init; }

    /// <summary>The SHA-256 of the token, 64 lower-case hex digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Whose or what it is.</summary>
    public required string Name { get; init; }

    /// <summary>What its holder may do.</summary>
    public AccessRole Role { get; init; }

    /// <summary>The projects it opens; null for all.</summary>
    public IReadOnlySet<Guid>? ProjectIds { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    internal bool IsValid(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}
