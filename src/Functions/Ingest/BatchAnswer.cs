using Logister.Core.Events;
using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Ingest;

/// <summary>The answer to a batch: what became of each envelope, in their order.</summary>
internal sealed record BatchAnswer(int SchemaVersion, string? BatchId, string Status, int? Accepted, int? Duplicates, IReadOnlyList<BatchResultItem> Results)
{
    private const int Version = 1;
    private const string RolledBack = "Batch was rolled back because another envelope was invalid";

    public static IResult To(BatchOutcome outcome, string? batchId)
    {
        var items = outcome.Items;
        var answer = outcome.Accepted
            ? new BatchAnswer(Version, batchId, "accepted", items.Count, items.Count(static item => item.Duplicate), [.. items.Select(Taken)])
            : new BatchAnswer(Version, batchId, "rejected", null, null, [.. items.Select(NotTaken)]);
        return Microsoft.AspNetCore.Http.Results.Json(
            answer, ApiJson.Default.BatchAnswer, statusCode: outcome.Accepted ? StatusCodes.Status202Accepted : StatusCodes.Status422UnprocessableEntity);
    }

    private static BatchResultItem Taken(BatchItem item, int index) =>
        new(index, "accepted", TypeOf(item)) { Id = item.Id.ToString(), Duplicate = item.Duplicate };

    private static BatchResultItem NotTaken(BatchItem item, int index) => item switch
    {
        { Duplicate: true } => Taken(item, index),
        { Errors.Count: 0 } => new BatchResultItem(index, "rolled_back", TypeOf(item)) { Errors = [RolledBack] },
        _ => new BatchResultItem(index, "rejected", TypeOf(item)) { Errors = item.Errors },
    };

    private static string TypeOf(BatchItem item) => item.Type == EventType.Span ? "span" : "event";
}
