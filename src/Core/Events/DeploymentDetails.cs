namespace Logister.Core.Events;

/// <summary>A release with the commit it was built from. The release itself and its environment stand on the event.</summary>
/// <param name="Repository">The repository's full name, <c>owner/repository</c>.</param>
/// <param name="CommitSha">The commit, 7 to 40 lower-case hex digits.</param>
/// <param name="Branch">The branch without <c>refs/heads/</c>.</param>
/// <param name="Links">Metadata by name: pull_request_number, pull_request_url, release_tag, release_url, compare_url, workflow_run_url, deployment_url.</param>
public sealed record DeploymentDetails(string Repository, string CommitSha, string? Branch, IReadOnlyDictionary<string, string> Links);
