using Logister.Core.Ingest;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Tells a sender what became of an event it was answered 201 for.</summary>
public sealed class ShowReceipt(WriteDoor door, DeliveryLookup deliveries)
{
    /// <summary><c>GET /api/v1/receipts/{id}</c></summary>
    [Function("ShowReceipt")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/receipts/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var access = await door.EnterAsync(request, WriteRoute.Receipts, cancellation);
        var eventId = Query.Id(id, "receipt");
        return await deliveries.FindAsync(access.Project, eventId, cancellation) is { } delivery
            ? Results.Json(DeliveryAnswer.Of(eventId, delivery), ApiJson.Default.DeliveryAnswer)
            : Answers.NotFound("receipt");
    }
}
