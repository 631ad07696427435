using Logister.Core.Errors;
using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Puts an error group into somebody's hands, or takes it out of them. Viewers may.</summary>
public sealed class AssignErrorGroup(Gate gate, ErrorGroupTriage triage, AccessTokens tokens)
{
    /// <summary><c>PUT, DELETE /api/v1/manage/projects/{project}/error_groups/{id}/assignment</c></summary>
    [Function("AssignErrorGroup")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/manage/projects/{project}/error_groups/{id}/assignment")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Put, HttpMethods.Delete);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var groupId = Query.Id(id, "error group");
        var group = HttpMethods.IsDelete(request.Method)
            ? await triage.UnassignAsync(scope, groupId, cancellation)
            : await triage.AssignAsync(scope, groupId, await AssigneeAsync(request, scope, cancellation), cancellation);
        return group is null ? Answers.NotFound("error group") : Results.Json(ErrorGroupItem.Of(group), ApiJson.Default.ErrorGroupItem);
    }

    private async Task<Assignee> AssigneeAsync(HttpRequest request, ProjectScope scope, CancellationToken cancellation)
    {
        var input = await ManageBody.ReadAsync(request, ApiJson.Default.AssignmentInput, cancellation);
        return await tokens.FindAssigneeAsync(scope, input.AssigneeUuid ?? throw new InvalidChangeException("Assignee uuid can't be blank"), cancellation);
    }
}
