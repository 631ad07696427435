using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Access;

/// <summary>Tells the holder of a token what it is good for.</summary>
public sealed class ShowSession(Gate gate, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/session</c></summary>
    [Function("ShowSession")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/session")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var session = await gate.ForReadingAsync(request, cancellation);
        var projects = await session.ListAsync(includeArchived: false, cancellation);
        var token = session.Token;
        return Results.Json(
            new SessionAnswer(
                new NamedItem(token.Id, token.Name),
                token.Role.ToString().ToLowerInvariant(),
                Scopes.Of(token.Role),
                session.OpensAll,
                [.. projects.Select(static project => new NamedItem(project.Id, project.Name, project.Slug))],
                token.CreatedAt,
                token.ExpiresAt,
                time.GetUtcNow()),
            ApiJson.Default.SessionAnswer);
    }
}
