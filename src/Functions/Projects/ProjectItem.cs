using Logister.Core.Projects;

namespace Logister.Functions.Projects;

/// <summary>A project in the read API.</summary>
internal sealed record ProjectItem(
    Guid Uuid,
    string Name,
    string Slug,
    string? Description,
    string IntegrationKind,
    string IntegrationLabel,
    bool Archived,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    // The API knows kinds of projects; ours take every client's events alike.
    private const string Kind = "http_api";
    private const string Label = "HTTP API";

    public static ProjectItem Of(Project project) => new(
        project.Id, project.Name, project.Slug, project.Description, Kind, Label, project.ArchivedAt is not null, project.ArchivedAt, project.CreatedAt, project.UpdatedAt);
}
