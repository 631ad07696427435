using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Tokens;

/// <summary>Lists, makes and revokes access tokens; for admins, who never get to one that opens more than their own.</summary>
public sealed class ManageAccessTokens(Gate gate, AccessTokens tokens, TimeProvider time)
{
    private const string Tokens = "api/v1/manage/access_tokens";

    /// <summary><c>GET, POST /api/v1/manage/access_tokens</c></summary>
    [Function("ManageAccessTokens")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Tokens)] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get, HttpMethods.Post);
        var session = await gate.ForManagingAsync(request, cancellation);
        return HttpMethods.IsPost(request.Method) ? await CreateAsync(request, session, cancellation) : await ListAsync(session, cancellation);
    }

    /// <summary><c>POST /api/v1/manage/access_tokens/{id}/revoke</c></summary>
    [Function("RevokeAccessToken")]
    public async Task<IResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Tokens + "/{id}/revoke")] HttpRequest request, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        var session = await gate.ForManagingAsync(request, cancellation);
        return await tokens.RevokeAsync(session, Query.Id(id, "token"), cancellation) is { } token
            ? Results.Json(AccessTokenItem.Of(token), ApiJson.Default.AccessTokenItem)
            : Answers.NotFound("token");
    }

    private async Task<IResult> ListAsync(AccessSession session, CancellationToken cancellation)
    {
        var found = await tokens.ListAsync(session, cancellation);
        return Results.Json(
            new ListAnswer<AccessTokenItem>([.. found.Select(AccessTokenItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerAccessTokenItem);
    }

    private async Task<IResult> CreateAsync(HttpRequest request, AccessSession session, CancellationToken cancellation)
    {
        var input = await ManageBody.ReadAsync(request, ApiJson.Default.AccessTokenInput, cancellation);
        var minted = await tokens.CreateAsync(session, input.ToRequest(), cancellation);
        return Results.Json(AccessTokenItem.Of(minted), ApiJson.Default.AccessTokenItem, statusCode: StatusCodes.Status201Created);
    }
}
