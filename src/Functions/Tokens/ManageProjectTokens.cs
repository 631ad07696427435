using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Tokens;

/// <summary>Lists, makes, renames and revokes a project's tokens; for admins.</summary>
public sealed class ManageProjectTokens(Gate gate, ProjectTokens tokens, TimeProvider time)
{
    private const string Tokens = "api/v1/manage/projects/{project}/tokens";

    /// <summary><c>GET, POST /api/v1/manage/projects/{project}/tokens</c></summary>
    [Function("ManageProjectTokens")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Tokens)] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get, HttpMethods.Post);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        return HttpMethods.IsPost(request.Method) ? await CreateAsync(request, scope, cancellation) : await ListAsync(scope, cancellation);
    }

    /// <summary><c>PATCH /api/v1/manage/projects/{project}/tokens/{id}</c></summary>
    [Function("RenameProjectToken")]
    public async Task<IResult> Rename(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Tokens + "/{id}")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Patch);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        var input = await ManageBody.ReadAsync(request, ApiJson.Default.TokenInput, cancellation);
        return Answer(await tokens.RenameAsync(scope, Query.Id(id, "token"), input.Name, cancellation));
    }

    /// <summary><c>POST /api/v1/manage/projects/{project}/tokens/{id}/revoke</c></summary>
    [Function("RevokeProjectToken")]
    public async Task<IResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Tokens + "/{id}/revoke")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        return Answer(await tokens.RevokeAsync(scope, Query.Id(id, "token"), cancellation));
    }

    private async Task<IResult> ListAsync(ProjectScope scope, CancellationToken cancellation)
    {
        var found = await tokens.ListAsync(scope, cancellation);
        return Results.Json(
            new ListAnswer<ProjectTokenItem>([.. found.Select(ProjectTokenItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerProjectTokenItem);
    }

    private async Task<IResult> CreateAsync(HttpRequest request, ProjectScope scope, CancellationToken cancellation)
    {
        var input = await ManageBody.ReadAsync(request, ApiJson.Default.TokenInput, cancellation);
        var minted = await tokens.CreateAsync(scope, input.Name, cancellation);
        return Results.Json(ProjectTokenItem.Of(minted), ApiJson.Default.ProjectTokenItem, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Answer(ProjectToken? token) =>
        token is null ? Answers.NotFound("token") : Results.Json(ProjectTokenItem.Of(token), ApiJson.Default.ProjectTokenItem);
}
