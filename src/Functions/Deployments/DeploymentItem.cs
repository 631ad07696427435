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
    IReadOnlyDictionary<string, string> Metadata,
    DeploymentAddresses Links,
    PreviousDeployment? PreviousDeployment)
{
    private const string OnlyProvider = "github";
    private const int ShortSha = 7;

    /// <param name="deployment">The deployment.</param>
    /// <param name="all">Every deployment of the project, the latest first.</param>
    public static DeploymentItem Of(Deployment deployment, IReadOnlyList<Deployment> all)
    {
        var previous = all.FirstOrDefault(other =>
            other.Repository == deployment.Repository && other.Environment == deployment.Environment && other.DeployedAt < deployment.DeployedAt);
        return Of(deployment, previous);
    }

    private static DeploymentItem Of(Deployment deployment, Deployment? previous) => new(
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
        deployment.Links,
        DeploymentAddresses.Of(deployment, previous),
        previous is null ? null : PreviousDeployment.Of(previous));
}
