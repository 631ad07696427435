using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes the announcement of a deployment.</summary>
public sealed class Deployments(Gate gate, EventIngest ingest)
{
    /// <summary><c>POST /api/v1/deployments</c></summary>
    [Function("Deployments")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/deployments")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        RequestBody.DemandDeclaredLength(request, BodyRefusals.Single);
        var access = await gate.ForWritingAsync(request, cancellation);
        using var body = await RequestBody.ReadAsync(request, BodyRefusals.Single, cancellation);
        return Answers.Accepted(await ingest.AcceptDeploymentAsync(access, body.Memory, cancellation));
    }
}
