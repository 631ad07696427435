namespace Logister.Core.Projects;

/// <summary>A project: what its events, groups and monitors belong to.</summary>
public sealed record Project
{
    /// <summary>The project's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name people gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in addresses: lower-case letters, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    /// <summary>A sentence about it.</summary>
    public string? Description { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last renamed or otherwise changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was archived; null while it is active.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>When somebody had it deleted. From then on nobody sees it and no token opens it; its rows go when the housekeeping comes by.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Keys whose values are redacted besides the fixed ones.</summary>
    public IReadOnlyList<string> RedactedKeys { get; init; } = [];

    /// <summary>Whether values under <c>email</c> are kept.</summary>
    public bool AllowEmail { get; init; }
}
