using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes up to a hundred events and spans at once.</summary>
public sealed class IngestBatch(Gate gate, BatchIngest ingest)
{
    private const string BatchIdHeader = "X-Logister-Batch-Id";
    private const int LongestBatchId = 128;

    /// <summary><c>POST /api/v1/ingest_events/batch</c></summary>
    [Function("IngestBatch")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/ingest_events/batch")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        var access = await gate.ForWritingAsync(request, cancellation);
        DemandLines(request);
        using var body = await RequestBody.ReadAsync(request, BodyRefusals.Batch, cancellation);
        return BatchAnswer.To(await ingest.AcceptAsync(access, body.Memory, static _ => { }, cancellation), BatchIdOf(request));
    }

    private static void DemandLines(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(type, "application/x-ndjson", StringComparison.OrdinalIgnoreCase) && !string.Equals(type, "application/ndjson", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(Answers.Coded(
                StatusCodes.Status415UnsupportedMediaType, "unsupported_content_type", "Batch ingest requires application/x-ndjson"));
        }
    }

    private static string? BatchIdOf(HttpRequest request)
    {
        var id = request.Headers[BatchIdHeader].ToString();
        return string.IsNullOrWhiteSpace(id) ? null : id[..Math.Min(id.Length, LongestBatchId)];
    }
}
