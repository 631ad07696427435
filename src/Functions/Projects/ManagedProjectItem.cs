using Logister.Core.Projects;

namespace Logister.Functions.Projects;

/// <summary>A project with its settings, in the management API.</summary>
internal sealed record ManagedProjectItem(
    Guid Uuid,
    string Name,
    string Slug,
    string? Description,
    IReadOnlyList<string> RedactedKeys,
    bool AllowEmail,
    bool Archived,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ManagedProjectItem Of(Project project) => new(
        project.Id,
        project.Name,
        project.Slug,
        project.Description,
        project.RedactedKeys,
        project.AllowEmail,
        project.ArchivedAt is not null,
        project.ArchivedAt,
        project.CreatedAt,
        project.UpdatedAt);
}
