using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes up to a hundred events and spans at once.</summary>
public sealed class IngestBatch(WriteDoor door, BatchIngest ingest)
{
    private const string BatchIdHeader = "X-Logister-Batch-Id";
    private const int LongestBatchId = 128;

    /// <summary><c>POST /api/v1/ingest_events/batch</c></summary>
    [Function("IngestBatch")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/ingest_events/batch")] HttpRequest request, CancellationToken cancellation) =>
        door.AnswerAsync(
            request,
            WriteRoute.Batch,
            async (access, body, unbroken) =>
            {
                var batchId = BatchIdOf(request);

                // The request itself was counted as one when it was let in.
                var outcome = await ingest.AcceptAsync(access, body, count => door.DemandMore(request, WriteRoute.Batch, access, count - 1), unbroken);
                return BatchAnswer.To(outcome, batchId);
            },
            cancellation);

    private static string? BatchIdOf(HttpRequest request)
    {
        var id = request.Headers[BatchIdHeader].ToString();
        return string.IsNullOrWhiteSpace(id) ? null : id[..Math.Min(id.Length, LongestBatchId)];
    }
}
