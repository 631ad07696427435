namespace Logister.Core.Projects;

/// <summary>A short-lived token for an app in its users' hands, as it is kept: without the token itself.</summary>
public sealed record MobileToken
{
    /// <summary>What every mobile token starts with.</summary>
    public const string Prefix = "logister_mobile_";

    /// <summary>The token's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The SHA-256 of the token, 64 lower-case hex digits.</summary>
    public required string Digest { get; init; }

    /// <summary>The digest of the project token it was made with; when that one is revoked, this one ends.</summary>
    public required string ParentDigest { get; init; }

    /// <summary>What it may send.</summary>
    public required MobileBinding Binding { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When something was last accepted from it, to five minutes; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
