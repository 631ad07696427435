using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Events;

/// <summary>Lists a project's events, the one received last first; or, with <c>after_cursor</c>, follows them as they are committed.</summary>
public sealed class ListEvents(Gate gate, EventFeed feed, EventPoll poll, Cursors cursors, TimeProvider time)
{
    private const string PollParameter = "after_cursor";

    /// <summary><c>GET /api/v1/cli/projects/{project}/events</c></summary>
    [Function("ListEvents")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/events")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var query = EventParameters.Read(request, time.GetUtcNow());
        var polling = await cursors.OpenAsync(request, "event poll", scope, cancellation, PollParameter);
        return Results.Json(
            polling.ReadPollPosition() is { } from
                ? await PollAsync(request, scope, query, from, polling, cancellation)
                : await ListAsync(request, scope, query, polling, cancellation),
            ApiJson.Default.EventListAnswer);
    }

    private async Task<EventListAnswer> PollAsync(
        HttpRequest request, ProjectScope scope, EventQuery query, PollPosition from, Cursor polling, CancellationToken cancellation)
    {
        var page = await poll.ReadAsync(scope, query, Query.Limit(request), from, cancellation);
        var next = polling.Next(page.Next.ToString());
        return new EventListAnswer(EventItems.Of(scope, page.Items, WithContext(request)), next, next, time.GetUtcNow());
    }

    private async Task<EventListAnswer> ListAsync(HttpRequest request, ProjectScope scope, EventQuery query, Cursor polling, CancellationToken cancellation)
    {
        var cursor = await cursors.OpenAsync(request, "events", scope, cancellation);

        var place = ListPlace.Of(cursor);

        // Before the list: what is committed in between is then polled, rather than lost.
        var pollFrom = place?.Poll ?? await poll.NowAsync(scope, cancellation);
        var page = await feed.ReadAsync(scope, query, Query.Limit(request), place?.Feed, cancellation);
        return new EventListAnswer(
            EventItems.Of(scope, page.Items, WithContext(request)),
            page.Next is { } next ? cursor.Next(new ListPlace(next, pollFrom).ToString()) : null,
            polling.Next(pollFrom.ToString()),
            time.GetUtcNow());
    }

    private static bool WithContext(HttpRequest request) =>
        Query.Flag(request, "include_context") || Query.OneOf(request, "summary", "true", "false") == "false";
}
