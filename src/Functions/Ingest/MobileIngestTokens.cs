using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Makes a short-lived token for an app in its users' hands.</summary>
public sealed class MobileIngestTokens(WriteDoor door, MobileTokens tokens)
{
    /// <summary><c>POST /api/v1/mobile_ingest_tokens</c></summary>
    [Function("MobileIngestTokens")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/mobile_ingest_tokens")] HttpRequest request, CancellationToken cancellation) =>
        door.AnswerAsync(
            request,
            WriteRoute.MobileIngestTokens,
            async (access, body, unbroken) => MobileTokenAnswer.To(await tokens.MakeAsync(access, body, unbroken)),
            cancellation);
}
