using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes one event or span.</summary>
public sealed class IngestEvents(WriteDoor door, EventIngest ingest)
{
    /// <summary><c>POST /api/v1/ingest_events</c></summary>
    [Function("IngestEvents")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/ingest_events")] HttpRequest request, CancellationToken cancellation) =>
        door.AnswerAsync(
            request,
            WriteRoute.Events,
            async (access, body, unbroken) => Answers.Accepted(await ingest.AcceptEventAsync(access, body, unbroken)),
            cancellation);
}
