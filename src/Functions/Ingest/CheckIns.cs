using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Takes a heartbeat of a scheduled job.</summary>
public sealed class CheckIns(WriteDoor door, EventIngest ingest)
{
    /// <summary><c>POST /api/v1/check_ins</c></summary>
    [Function("CheckIns")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/check_ins")] HttpRequest request, CancellationToken cancellation) =>
        door.AnswerAsync(
            request,
            WriteRoute.CheckIns,
            async (access, body, unbroken) => Answers.Accepted(await ingest.AcceptCheckInAsync(access, body, unbroken)),
            cancellation);
}
