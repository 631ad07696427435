using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Core.Metrics;
using Logister.Core.Projects;
using Logister.Functions.Errors;
using Logister.Functions.Events;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Projects;

/// <summary>Shows how a project is doing.</summary>
public sealed class ShowSummary(Gate gate, Rollups rollups, ErrorGroups groups, EventFeed feed, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/summary</c></summary>
    [Function("ShowSummary")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/summary")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var now = time.GetUtcNow();
        var window = TimeWindow.Read(request, now) ?? TimeWindow.LastDay(now);
        var hours = await rollups.ReadAsync(scope, window.Since, window.Until ?? now, cancellation);
        var latest = await feed.ReadAsync(scope, new EventQuery(), limit: 1, after: null, cancellation);
        var types = EventTypeNames.InFeed.ToDictionary(EventTypeNames.Name, type => hours.Sum(hour => hour.CountOf("type", type.Name())));
        return Results.Json(
            new SummaryAnswer(
                ProjectItem.Of(scope.Project),
                HourlyRollup.HourOf(window.Since),
                window.Until ?? now,
                latest.Items is [var last, ..] ? EventItem.Of(scope, last, context: null).Shortened() : null,
                types,
                await ErrorsAsync(scope, cancellation),
                types.Where(static type => type.Key != EventType.Error.Name()).Sum(static type => type.Value),
                new SummarySource("rollups", Partial: false),
                now),
            ApiJson.Default.SummaryAnswer);
    }

    private async Task<Dictionary<string, int>> ErrorsAsync(ProjectScope scope, CancellationToken cancellation)
    {
        var all = await groups.ListAsync(scope, new ErrorGroupQuery(), cancellation);
        var counts = Enum.GetValues<ErrorGroupStatus>().ToDictionary(ErrorGroupItem.NameOf, status => all.Count(group => group.Status == status));
        counts["all"] = all.Count;
        return counts;
    }
}
