using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes one event or span.</summary>
public sealed class IngestEvents(Gate gate, EventIngest ingest)
{
    /// <summary><c>POST /api/v1/ingest_events</c></summary>
    [Function("IngestEvents")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/ingest_events")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        RequestBody.DemandDeclaredLength(request, BodyRefusals.Single);
        var access = await gate.ForWritingAsync(request, cancellation);
        using var body = await RequestBody.ReadAsync(request, BodyRefusals.Single, cancellation);
        return Answers.Accepted(await ingest.AcceptEventAsync(access, body.Memory, cancellation));
    }
}
