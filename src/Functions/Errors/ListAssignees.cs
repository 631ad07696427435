using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Lists whom a project's error groups can be given to. Viewers may.</summary>
public sealed class ListAssignees(Gate gate, AccessTokens tokens, TimeProvider time)
{
    /// <summary><c>GET /api/v1/manage/projects/{project}/assignees</c></summary>
    [Function("ListAssignees")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/manage/projects/{project}/assignees")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var assignees = await tokens.ListAssigneesAsync(scope, cancellation);
        return Results.Json(new ListAnswer<AssigneeItem>([.. assignees.Select(AssigneeItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerAssigneeItem);
    }
}
