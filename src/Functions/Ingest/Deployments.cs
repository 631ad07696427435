using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes the announcement of a deployment.</summary>
public sealed class Deployments(WriteDoor door, EventIngest ingest)
{
    /// <summary><c>POST /api/v1/deployments</c></summary>
    [Function("Deployments")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/deployments")] HttpRequest request, CancellationToken cancellation) =>
        door.AnswerAsync(
            request,
            WriteRoute.Deployments,
            async (access, body, unbroken) => Answers.Accepted(await ingest.AcceptDeploymentAsync(access, body, unbroken)),
            cancellation);
}
