using Logister.Core.Events;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Events;

/// <summary>Shows an event with its context.</summary>
public sealed class ShowEvent(Gate gate, EventLookup events)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/events/{id}</c></summary>
    [Function("ShowEvent")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/events/{id}")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        return await events.FindAsync(scope, Query.Id(id, "event"), cancellation) is { } found
            ? Results.Json(EventItem.Of(scope, found), ApiJson.Default.EventItem)
            : Answers.NotFound("event");
    }
}
