namespace Logister.Core.Projects;

/// <summary>An authenticated access token: who calls, and which projects they may open.</summary>
public sealed class AccessSession
{
    private readonly ProjectDirectory _directory;

    internal AccessSession(AccessToken token, ProjectDirectory directory)
    {
        Token = token;
        _directory = directory;
    }

    /// <summary>The token, without its secret.</summary>
    public AccessToken Token { get; }

    /// <summary>Whether the token opens every project, those to come included.</summary>
    public bool OpensAll => Token.ProjectIds is null;

    /// <summary>The projects the token opens, by name.</summary>
    /// <param name="includeArchived">Whether archived ones are listed too.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<Project>> ListAsync(bool includeArchived, CancellationToken cancellation) =>
    [
        .. (await _directory.AllAsync(cancellation))
            .Where(project => Opens(project) && (includeArchived || project.ArchivedAt is null))
            .OrderBy(static project => project.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Opens a project by id or slug.</summary>
    /// <param name="idOrSlug">As it stands in the address.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when there is none, or none this token may see; the caller cannot tell which.</returns>
    public async Task<ProjectScope?> OpenAsync(string idOrSlug, CancellationToken cancellation)
    {
        var projects = await _directory.AllAsync(cancellation);
        var project = Guid.TryParse(idOrSlug, out var id)
            ? projects.FirstOrDefault(candidate => candidate.Id == id)
            : projects.FirstOrDefault(candidate => candidate.Slug == idOrSlug);
        return project is not null && Opens(project) ? new ProjectScope(project) : null;
    }

    /// <summary>Whether a token for these projects, or for all, opens nothing that this one does not.</summary>
    internal bool Covers(IReadOnlySet<Guid>? projects) => Token.ProjectIds is not { } own || projects?.IsSubsetOf(own) == true;

    private bool Opens(Project project) => Token.ProjectIds?.Contains(project.Id) ?? true;
}
