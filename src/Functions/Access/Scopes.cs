using Logister.Core.Projects;

namespace Logister.Functions.Access;

/// <summary>
/// What a token may do, in the words the clients know. Every role reads everything of its projects and triages; an admin
/// manages too.
/// </summary>
internal static class Scopes
{
    /// <summary>What every token may read.</summary>
    public static IReadOnlyList<string> Reading { get; } =
    [
        "projects:read", "project_summary:read", "events:read", "errors:read", "ai_context:read", "traces:read", "monitors:read", "deployments:read",
        "insights:read", "metrics:read",
    ];

    public static IReadOnlyList<string> Of(AccessRole role) => role == AccessRole.Admin
        ? [.. Reading, "errors:write", "projects:manage"]
        : [.. Reading, "errors:write"];
}
