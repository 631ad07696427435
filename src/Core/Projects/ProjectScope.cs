namespace Logister.Core.Projects;

/// <summary>
/// The right to one project's data. Every query and every ingest takes one, and only an authenticated token makes one, so
/// that no code path reaches a project its caller may not see.
/// </summary>
public sealed class ProjectScope
{
    internal ProjectScope(Project project) => Project = project;

    /// <summary>The project.</summary>
    public Project Project { get; }

    internal Guid Id => Project.Id;
}
