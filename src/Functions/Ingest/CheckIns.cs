using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes a heartbeat of a scheduled job.</summary>
public sealed class CheckIns(Gate gate, EventIngest ingest)
{
    /// <summary><c>POST /api/v1/check_ins</c></summary>
    [Function("CheckIns")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/check_ins")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        RequestBody.DemandDeclaredLength(request, BodyRefusals.Single);
        var access = await gate.ForWritingAsync(request, cancellation);
        using var body = await RequestBody.ReadAsync(request, BodyRefusals.Single, cancellation);
        return Answers.Accepted(await ingest.AcceptCheckInAsync(access, body.Memory, cancellation));
    }
}
