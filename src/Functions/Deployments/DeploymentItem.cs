using Logister.Core.Deployments;

namespace Logister.Functions.Deployments;

/// <summary>A deployment in the read API.</summary>
internal sealed record DeploymentItem(
    Guid Uuid,
    string Provider,
    string RepositoryFullName,
    string Environment,
    string Release,
    string CommitSha,
    string ShortCommitSha,
    string? Branch,
    DateTimeOffset DeployedAt,
    string Source,
    IReadOnlyDictionary<string, string> Metadata)
{
    private const string OnlyProvider = "github";
    private const int ShortSha = 7;

    public static DeploymentItem Of(Deployment deployment) => new(
        deployment.Id,
        OnlyProvider,
        deployment.Repository,
        deployment.Environment,
        deployment.Release,
        deployment.CommitSha,
        deployment.CommitSha[..Math.Min(ShortSha, deployment.CommitSha.Length)],
        deployment.Branch,
        deployment.DeployedAt,
        deployment.Source,
        deployment.Links);
}
