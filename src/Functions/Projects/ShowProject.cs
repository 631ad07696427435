using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Projects;

/// <summary>Shows a project.</summary>
public sealed class ShowProject(Gate gate)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}</c></summary>
    [Function("ShowProject")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        return Results.Json(ProjectItem.Of(scope.Project), ApiJson.Default.ProjectItem);
    }
}
