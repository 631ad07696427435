using Logister.Core.Errors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Gives what a language model needs to work on an error, within a number of tokens.</summary>
public sealed class ExplainErrorGroup(Gate gate, ErrorGroups groups, RelatedLogs logs)
{
    private const int MinTokens = 256;
    private const int MaxTokens = 32_000;
    private const int DefaultTokens = 4_000;
    private const int MaxOccurrences = 20;

    /// <summary><c>GET /api/v1/cli/projects/{project}/error_groups/{id}/context</c></summary>
    [Function("ExplainErrorGroup")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/error_groups/{id}/context")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var tokens = Query.Whole(request, "token_budget", MinTokens, MaxTokens, DefaultTokens);
        if (await groups.FindAsync(scope, Query.Id(id, "error group"), cancellation) is not { } group)
        {
            return Answers.NotFound("error group");
        }

        var occurrences = await groups.LatestAsync(scope, group.Id, MaxOccurrences, cancellation);
        var related = occurrences is [var latest, ..] ? await logs.FindAsync(scope, latest, cancellation) : [];
        return Results.Bytes(ErrorContext.Write(tokens, group, occurrences, related), "application/json; charset=utf-8");
    }
}
