using System.Collections.Frozen;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>Finds what a deployment links to: its pull request, release page, comparison and workflow run.</summary>
internal static class DeploymentLinks
{
    private const string Web = "https://github.com/";
    private const int LongestLink = 2_000;

    private static readonly FrozenDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    private static readonly FieldPath[] NumberPaths = FieldPath.Of(
        "pull_request_number",
        "pull_request.number",
        "github.pull_request.number",
        "github.event.pull_request.number",
        "deployment.pull_request_number");

    private static readonly FieldPath[] TagPaths = FieldPath.Of(
        "release_tag", "tag", "tag_name", "github.release.tag_name", "github.event.release.tag_name", "deployment.release_tag");

    private static readonly (string Name, FieldPath[] Paths)[] Addresses =
    [
        ("pull_request_url", FieldPath.Of(
            "pull_request_url",
            "pull_request.html_url",
            "github.pull_request.html_url",
            "github.event.pull_request.html_url",
            "deployment.pull_request_url")),
        ("release_url", FieldPath.Of(
            "release_url",
            "github_release_url",
            "github.release.html_url",
            "github.event.release.html_url",
            "deployment.release_url")),
        ("compare_url", FieldPath.Of("compare_url", "github.compare_url", "deployment.compare_url")),
        ("workflow_run_url", FieldPath.Of("workflow_run_url", "github.workflow_run_url", "deployment.workflow_run_url")),
        ("deployment_url", FieldPath.Of("deployment_url", "github.deployment_url", "deployment.deployment_url", "deployment.url")),
    ];

    private static readonly FrozenSet<string> Roots =
        FieldPath.Roots([.. NumberPaths, .. TagPaths, .. Addresses.SelectMany(address => address.Paths)]);

    public static IReadOnlyDictionary<string, string> Of(EnvelopeFields fields, string repository, string? branch)
    {
        // Events of some clients all name a release and a commit, and hardly one has more.
        if (!fields.Top.ContainsAny(Roots) && !fields.Context.ContainsAny(Roots) && NumberInRef(branch) is null)
        {
            return None;
        }

        Dictionary<string, string>? links = null;
        foreach (var (name, paths) in Addresses)
        {
            if (FieldPath.First(fields, paths).Text() is { } address)
            {
                Add(ref links, name, address);
            }
        }

        if ((FieldPath.First(fields, NumberPaths).Text() ?? NumberInRef(branch)) is { } number)
        {
            Add(ref links, "pull_request_number", number);
            Add(ref links, "pull_request_url", $"{Web}{repository}/pull/{number}");
        }

        if (FieldPath.First(fields, TagPaths).Text() is { } tag)
        {
            Add(ref links, "release_tag", tag);
            Add(ref links, "release_url", $"{Web}{repository}/releases/tag/{tag}");
        }

        return links ?? (IReadOnlyDictionary<string, string>)None;
    }

    private static void Add(ref Dictionary<string, string>? links, string name, string value)
    {
        links ??= new Dictionary<string, string>(StringComparer.Ordinal);
        links.TryAdd(name, Redactor.Redact(value.Trim()).Truncate(LongestLink));
    }

    /// <summary>The number in <c>refs/pull/12/merge</c>.</summary>
    private static string? NumberInRef(string? branch)
    {
        const string pull = "refs/pull/";
        if (branch?.StartsWith(pull, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var number = branch[pull.Length..].Split('/')[0];
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? number : null;
    }
}
