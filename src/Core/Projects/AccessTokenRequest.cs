namespace Logister.Core.Projects;

/// <summary>The access token somebody wants made.</summary>
public sealed record AccessTokenRequest
{
    /// <summary>Whose or what it is, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary><c>viewer</c> or <c>admin</c>; a viewer when nothing was said.</summary>
    public string? Role { get; init; }

    /// <summary>Ids of the projects it shall open; null for all.</summary>
    public IReadOnlyList<Guid>? Projects { get; init; }

    /// <summary>When it shall end; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal AccessRole? ParsedRole => (Role ?? "viewer") switch
    {
        "viewer" => AccessRole.Viewer,
        "admin" => AccessRole.Admin,
        _ => null,
    };

    /// <param name="visible">The ids of the projects that who asks may see, archived ones included.</param>
    /// <param name="mayOpenAll">Whether who asks opens every project.</param>
    /// <param name="now">The time.</param>
    internal IEnumerable<string> Errors(IReadOnlySet<Guid> visible, bool mayOpenAll, DateTimeOffset now)
    {
        foreach (var error in NameRule.Errors(Name))
        {
            yield return error;
        }

        if (ParsedRole is null)
        {
            yield return "Role must be viewer or admin";
        }

        if (Projects is null && !mayOpenAll)
        {
            yield return "Projects must be given, because your own token opens only some";
        }
        else if (Projects is { Count: 0 } or { Count: > MaxProjects })
        {
            yield return $"Projects must be 1 to {MaxProjects}, or left out for all";
        }
        else if (Projects?.All(visible.Contains) == false)
        {
            yield return "Projects must exist and be open to your own token";
        }

        if (ExpiresAt <= now)
        {
            yield return "Expires at must be in the future";
        }
    }

    // As many ids as one text column of a row takes.
    private const int MaxProjects = 500;
}
