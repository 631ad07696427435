using Logister.Core.Deployments;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Deployments;

/// <summary>Shows a deployment and what it replaced.</summary>
public sealed class ShowDeployment(Gate gate, DeploymentLog deployments)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/deployments/{id}</c></summary>
    [Function("ShowDeployment")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/deployments/{id}")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var wanted = Query.Id(id, "deployment");

        // Which one came before is only known from all of them.
        var all = await deployments.ReadAsync(scope, cancellation);
        return all.FirstOrDefault(deployment => deployment.Id == wanted) is { } found
            ? Results.Json(DeploymentItem.Of(found, all), ApiJson.Default.DeploymentItem)
            : Answers.NotFound("deployment");
    }
}
