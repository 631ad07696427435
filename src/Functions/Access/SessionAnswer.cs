namespace Logister.Functions.Access;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="Token">The token, by which it is listed and revoked.</param>
/// <param name="Role">viewer or admin.</param>
/// <param name="Scopes">What the role stands for.</param>
/// <param name="AllProjects">Whether it opens every project, those to come included.</param>
/// <param name="Projects">The projects it opens now, archived ones left out.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends, if it does.</param>
/// <param name="GeneratedAt">When this was read.</param>
internal sealed record SessionAnswer(
    NamedItem Token,
    string Role,
    IReadOnlyList<string> Scopes,
    bool AllProjects,
    IReadOnlyList<NamedItem> Projects,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset GeneratedAt);
