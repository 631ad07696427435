using Logister.Core.Deployments;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Deployments;

/// <summary>Lists a project's deployments, the latest first.</summary>
public sealed class ListDeployments(Gate gate, DeploymentLog deployments, TimeProvider time)
{
    private const int MaxText = 200;

    /// <summary><c>GET /api/v1/cli/projects/{project}/deployments</c></summary>
    [Function("ListDeployments")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/deployments")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var environment = Query.Text(request, MaxText, "environment", "env");
        var release = Query.Text(request, MaxText, "release");
        var found = (await deployments.ReadAsync(scope, cancellation))
            .Where(deployment => environment is null || deployment.Environment == environment)
            .Where(deployment => release is null || deployment.Release == release)
            .Take(Query.Limit(request));
        return Results.Json(new ListAnswer<DeploymentItem>([.. found.Select(DeploymentItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerDeploymentItem);
    }
}
