using Logister.Core.Errors;
using Logister.Functions.Events;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Shows an error group with its latest occurrence.</summary>
public sealed class ShowErrorGroup(Gate gate, ErrorGroups groups, RelatedLogs logs)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/error_groups/{id}</c></summary>
    [Function("ShowErrorGroup")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/error_groups/{id}")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        if (await groups.FindAsync(scope, Query.Id(id, "error group"), cancellation) is not { } group)
        {
            return Answers.NotFound("error group");
        }

        var occurrences = await groups.LatestAsync(scope, group.Id, limit: 1, cancellation);
        var latest = occurrences.Count > 0 ? occurrences[0] : null;
        var related = Query.Flag(request, "related_logs") && latest is not null
            ? EventItems.Of(scope, await logs.FindAsync(scope, latest, cancellation), withContext: false)
            : null;
        return Results.Json(
            new ErrorGroupAnswer(
                ErrorGroupItem.Of(group),
                GroupingReason.Of(group),
                OccurrenceSummary.Of(group),
                latest is null ? null : EventItem.Of(scope, latest),
                related),
            ApiJson.Default.ErrorGroupAnswer);
    }
}
