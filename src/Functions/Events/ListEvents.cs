using Logister.Core.Events;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Events;

/// <summary>Lists a project's events, the one received last first.</summary>
public sealed class ListEvents(Gate gate, EventFeed feed, Cursors cursors, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/events</c></summary>
    [Function("ListEvents")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/events")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var query = EventParameters.Read(request);
        var cursor = await cursors.OpenAsync(request, "events", scope, cancellation);
        var page = await feed.ReadAsync(scope, query, Query.Limit(request), cursor.ReadPosition(), cancellation);
        var withContext = Query.Flag(request, "include_context");
        return Results.Json(
            new ListAnswer<EventItem>(
                [.. page.Items.Select(item => EventItem.Of(scope, item, withContext))],
                page.Next is { } next ? cursor.Next(next.ToString()) : null,
                time.GetUtcNow()),
            ApiJson.Default.ListAnswerEventItem);
    }
}
