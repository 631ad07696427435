namespace Logister.Core.Projects;

/// <summary>A write-only token of a project, as it is kept: without the token itself.</summary>
public sealed record ProjectToken
{
    /// <summary>The token's id, by which it is listed and revoked.</summary>
    public required Guid Id { get; init; }

    /// <summary>The SHA-256 of the token, 64 lower-case hex digits.</summary>
    public required string Digest { get; init; }

    /// <summary>The project it writes to.</summary>
    public required Guid ProjectId { get; init; }

    /// <summary>What people called it.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked; null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When something was last accepted from it, to five minutes; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
