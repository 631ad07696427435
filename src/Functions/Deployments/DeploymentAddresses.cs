using Logister.Core.Deployments;

namespace Logister.Functions.Deployments;

/// <summary>Where a deployment can be looked at: as announced, else where its repository's host has it.</summary>
internal sealed record DeploymentAddresses(string Commit, string? PullRequest, string? Release, string? Compare)
{
    private const string Web = "https://github.com/";

    public static DeploymentAddresses Of(Deployment deployment, Deployment? previous) => new(
        $"{Web}{deployment.Repository}/commit/{deployment.CommitSha}",
        deployment.Links.GetValueOrDefault("pull_request_url"),
        deployment.Links.GetValueOrDefault("release_url"),
        deployment.Links.GetValueOrDefault("compare_url")
            ?? (previous is null ? null : $"{Web}{deployment.Repository}/compare/{previous.CommitSha}...{deployment.CommitSha}"));
}
