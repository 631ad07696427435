using Logister.Core.Deployments;

namespace Logister.Functions.Deployments;

/// <summary>What a deployment replaced.</summary>
internal sealed record PreviousDeployment(Guid Uuid, string Release, string CommitSha, DateTimeOffset DeployedAt)
{
    public static PreviousDeployment Of(Deployment deployment) => new(deployment.Id, deployment.Release, deployment.CommitSha, deployment.DeployedAt);
}
