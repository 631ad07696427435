using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Functions.Events;
using Logister.Functions.Http;
using Logister.Functions.Projects;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Gives an error group with its evidence as one document of at most 900 KiB.</summary>
public sealed class ExportErrorGroup(Gate gate, ErrorGroups groups, RelatedLogs logs, TimeProvider time)
{
    private const int SchemaVersion = 1;
    private const int MaxOccurrences = 50;
    private const int MaxBytes = 900 << 10;

    // Group, project, names and brackets; their texts are cut when they are stored.
    private const int FrameBytes = 32 << 10;

    /// <summary><c>GET /api/v1/cli/projects/{project}/error_groups/{id}/export</c></summary>
    [Function("ExportErrorGroup")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/error_groups/{id}/export")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        if (await groups.FindAsync(scope, Query.Id(id, "error group"), cancellation) is not { } group)
        {
            return Answers.NotFound("error group");
        }

        var withOccurrences = Query.Flag(request, "include_occurrences");
        var occurrences = await groups.LatestAsync(scope, group.Id, withOccurrences ? MaxOccurrences : 1, cancellation);
        var related = occurrences is [var latest, ..] ? await logs.FindAsync(scope, latest, cancellation) : [];
        return Results.Json(Bundle(scope, group, occurrences, related, withOccurrences), ApiJson.Default.ErrorGroupBundle);
    }

    private ErrorGroupBundle Bundle(
        ProjectScope scope, ErrorGroup group, IReadOnlyList<StoredEvent> occurrences, IReadOnlyList<StoredEvent> related, bool withOccurrences)
    {
        var budget = new ByteBudget(MaxBytes - FrameBytes);
        var latest = occurrences is [var first, ..] ? Whole(scope, first, budget) : null;
        var logItems = budget.Take(related.Select(log => EventItem.Of(scope, log, context: null).Shortened()), ApiJson.Default.EventItem);
        var others = withOccurrences
            ? budget.Take(occurrences.Select(occurrence => EventItem.Of(scope, occurrence)), ApiJson.Default.EventItem)
            : null;
        return new ErrorGroupBundle(
            SchemaVersion,
            time.GetUtcNow(),
            ProjectItem.Of(scope.Project),
            ErrorGroupItem.Of(group),
            GroupingReason.Of(group),
            OccurrenceSummary.Of(group),
            latest,
            logItems,
            others,
            Truncated: !budget.IsKept);
    }

    // One that is too large for the whole document still shows what its context holds.
    private static EventItem Whole(ProjectScope scope, StoredEvent stored, ByteBudget budget)
    {
        var whole = EventItem.Of(scope, stored);
        if (budget.TryTake(whole, ApiJson.Default.EventItem))
        {
            return whole;
        }

        var summary = ContextItem.Of(stored.Event.Context, left: 0);
        var item = EventItem.Of(scope, stored, summary.Json).Shortened() with { ContextTruncated = true };
        budget.TryTake(item, ApiJson.Default.EventItem);
        return item;
    }
}
