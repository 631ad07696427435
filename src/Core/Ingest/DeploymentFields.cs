using System.Buffers;
using Logister.Core.Events;

namespace Logister.Core.Ingest;

/// <summary>Where clients and build systems put what a deployment consists of. A path's first name may be sent in any spelling.</summary>
internal static class DeploymentFields
{
    private const int ShortestSha = 7;
    private const int LongestSha = 40;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private static readonly FieldPath[] ReleasePaths = FieldPath.Of("release", "deployment.release");
    private static readonly FieldPath[] EnvironmentPaths = FieldPath.Of("environment", "deployment.environment");
    private static readonly FieldPath[] DeployedAtPaths = FieldPath.Of("deployed_at", "deployment.deployed_at");

    private static readonly FieldPath[] RepositoryPaths =
        FieldPath.Of("repository", "repo", "github_repository", "github.repository", "github.repo", "git.repository", "deployment.repository");

    private static readonly FieldPath[] ShaPaths =
        FieldPath.Of("commit_sha", "git_sha", "sha", "git.sha", "git.commit_sha", "github.sha", "github.commit_sha", "deployment.commit_sha");

    private static readonly FieldPath[] BranchPaths = FieldPath.Of("branch", "git.branch", "github.branch", "deployment.branch", "ref", "github.ref");

    public static string? Release(EnvelopeFields fields) => Text(fields, ReleasePaths);

    public static string? Environment(EnvelopeFields fields) => Text(fields, EnvironmentPaths);

    public static DateTimeOffset? DeployedAt(EnvelopeFields fields) => TimeText.Read(FieldPath.First(fields, DeployedAtPaths));

    public static string? Repository(EnvelopeFields fields) =>
        Text(fields, RepositoryPaths) is { } sent && RepositoryName.Normalise(sent) is { Length: > 0 } name ? name : null;

    public static string? CommitSha(EnvelopeFields fields) => Text(fields, ShaPaths)?.ToLowerInvariant();

    public static bool IsSha(string text) =>
        text.Length is >= ShortestSha and <= LongestSha && !text.AsSpan().ContainsAnyExcept(HexDigits);

    /// <summary>The deployment an event bears witness to: it names a release, a repository and a commit.</summary>
    public static DeploymentDetails? Witnessed(EnvelopeFields fields) =>
        CommitSha(fields) is { } sha && IsSha(sha)
        && Repository(fields) is { } repository && RepositoryName.IsFullName(repository)
        && Release(fields) is not null
            ? Details(fields, repository, sha)
            : null;

    public static DeploymentDetails Details(EnvelopeFields fields, string repository, string sha)
    {
        var branch = Text(fields, BranchPaths);
        var links = DeploymentLinks.Of(fields, repository, branch);
        const string head = "refs/heads/";
        return new DeploymentDetails(
            repository, sha, branch?.StartsWith(head, StringComparison.Ordinal) == true ? branch[head.Length..] : branch, links);
    }

    private static string? Text(EnvelopeFields fields, FieldPath[] paths) => EnvelopeFields.Column(FieldPath.First(fields, paths));
}
