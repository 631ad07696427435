using System.Globalization;
using Logister.Core.Deployments;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Deployments;

/// <summary>Lists a project's deployments, the latest first.</summary>
public sealed class ListDeployments(Gate gate, DeploymentLog deployments, Cursors cursors, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/deployments</c></summary>
    [Function("ListDeployments")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/deployments")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var matches = DeploymentParameters.Read(request, time.GetUtcNow());
        var cursor = await cursors.OpenAsync(request, "deployments", scope, cancellation);
        var all = await deployments.ReadAsync(scope, cancellation);
        var page = Page<Deployment>.Cut([.. all.Where(matches)], PlaceOf, cursor.Place, Query.Limit(request));
        return Results.Json(
            new ListAnswer<DeploymentItem>(
                [.. page.Items.Select(deployment => DeploymentItem.Of(deployment, all))], page.Next is { } next ? cursor.Next(next) : null, time.GetUtcNow()),
            ApiJson.Default.ListAnswerDeploymentItem);
    }

    private static string PlaceOf(Deployment deployment) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - deployment.DeployedAt.UtcTicks:x16}-{deployment.Id:N}");
}
