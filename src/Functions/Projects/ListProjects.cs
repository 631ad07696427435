using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Projects;

/// <summary>Lists the projects a token opens.</summary>
public sealed class ListProjects(Gate gate, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects</c></summary>
    [Function("ListProjects")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var session = await gate.ForReadingAsync(request, cancellation);
        var projects = await session.ListAsync(Query.Flag(request, "include_archived"), cancellation);
        return Results.Json(new ListAnswer<ProjectItem>([.. projects.Select(ProjectItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerProjectItem);
    }
}
