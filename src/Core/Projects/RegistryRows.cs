using Azure.Data.Tables;

namespace Logister.Core.Projects;

/// <summary>The rows of the table <c>registry</c>: few, small, and read through caches.</summary>
internal static class RegistryRows
{
    public const string Projects = "project";
    public const string ProjectTokens = "token";
    public const string AccessTokens = "access";

    // No key holds a control character.
    private const char KeySeparator = '\n';

    /// <summary>Sorts after every project's key, which is hex.</summary>
    public const string SlugPrefix = "slug-";

    public static string CacheKey(string kind, string digest) => $"{kind}:{digest}";

    public static string ProjectKey(Guid projectId) => projectId.ToString("N");

    /// <summary>The claim on a slug, beside the projects so that both are written at once.</summary>
    public static string SlugKey(string slug) => SlugPrefix + TokenDigest.Of(slug);

    public static TableEntity WriteSlug(Project project) => new(Projects, SlugKey(project.Slug)) { ["ProjectId"] = project.Id };

    public static TableEntity Write(Project project) => new(Projects, ProjectKey(project.Id))
    {
        [nameof(Project.Name)] = project.Name,
        [nameof(Project.Slug)] = project.Slug,
        [nameof(Project.Description)] = project.Description,
        [nameof(Project.CreatedAt)] = project.CreatedAt,
        [nameof(Project.UpdatedAt)] = project.UpdatedAt,
        [nameof(Project.ArchivedAt)] = project.ArchivedAt,
        [nameof(Project.DeletedAt)] = project.DeletedAt,
        [nameof(Project.RedactedKeys)] = string.Join(KeySeparator, project.RedactedKeys),
        [nameof(Project.AllowEmail)] = project.AllowEmail,
    };

    public static Project ReadProject(TableEntity row) => new()
    {
        Id = Guid.ParseExact(row.RowKey, "N"),
        Name = row.GetString(nameof(Project.Name)),
        Slug = row.GetString(nameof(Project.Slug)),
        Description = row.GetString(nameof(Project.Description)),
        CreatedAt = row.GetDateTimeOffset(nameof(Project.CreatedAt)).GetValueOrDefault(),
        UpdatedAt = row.GetDateTimeOffset(nameof(Project.UpdatedAt)).GetValueOrDefault(),
        ArchivedAt = row.GetDateTimeOffset(nameof(Project.ArchivedAt)),
        DeletedAt = row.GetDateTimeOffset(nameof(Project.DeletedAt)),
        RedactedKeys = row.GetString(nameof(Project.RedactedKeys))?.Split(KeySeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
        AllowEmail = row.GetBoolean(nameof(Project.AllowEmail)).GetValueOrDefault(),
    };

    public static TableEntity Write(ProjectToken token) => new(ProjectTokens, token.Digest)
    {
        [nameof(ProjectToken.Id)] = token.Id,
        [nameof(ProjectToken.ProjectId)] = token.ProjectId,
        [nameof(ProjectToken.Name)] = token.Name,
        [nameof(ProjectToken.CreatedAt)] = token.CreatedAt,
        [nameof(ProjectToken.LastUsedAt)] = token.LastUsedAt,
        [nameof(ProjectToken.RevokedAt)] = token.RevokedAt,
    };

    public static ProjectToken ReadProjectToken(TableEntity row) => new()
    {
        Id = row.GetGuid(nameof(ProjectToken.Id)).GetValueOrDefault(),
        Digest = row.RowKey,
        ProjectId = row.GetGuid(nameof(ProjectToken.ProjectId)).GetValueOrDefault(),
        Name = row.GetString(nameof(ProjectToken.Name)),
        CreatedAt = row.GetDateTimeOffset(nameof(ProjectToken.CreatedAt)).GetValueOrDefault(),
        LastUsedAt = row.GetDateTimeOffset(nameof(ProjectToken.LastUsedAt)),
        RevokedAt = row.GetDateTimeOffset(nameof(ProjectToken.RevokedAt)),
    };

    public static TableEntity Write(AccessToken token) => new(AccessTokens, token.Digest)
    {
        [nameof(AccessToken.Id)] = token.Id,
        [nameof(AccessToken.Name)] = token.Name,
        [nameof(AccessToken.Role)] = token.Role.ToString(),
        [nameof(AccessToken.ProjectIds)] = token.ProjectIds is { } projects ? string.Join(',', projects) : null,
        [nameof(AccessToken.CreatedAt)] = token.CreatedAt,
        [nameof(AccessToken.ExpiresAt)] = token.ExpiresAt,
        [nameof(AccessToken.RevokedAt)] = token.RevokedAt,
    };

    public static AccessToken ReadAccessToken(TableEntity row) => new()
    {
        Id = row.GetGuid(nameof(AccessToken.Id)).GetValueOrDefault(),
        Digest = row.RowKey,
        Name = row.GetString(nameof(AccessToken.Name)),
        Role = Enum.Parse<AccessRole>(row.GetString(nameof(AccessToken.Role))),
        ProjectIds = row.GetString(nameof(AccessToken.ProjectIds)) is { } list
            ? list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToHashSet()
            : null,
        CreatedAt = row.GetDateTimeOffset(nameof(AccessToken.CreatedAt)).GetValueOrDefault(),
        ExpiresAt = row.GetDateTimeOffset(nameof(AccessToken.ExpiresAt)),
        RevokedAt = row.GetDateTimeOffset(nameof(AccessToken.RevokedAt)),
    };
}
