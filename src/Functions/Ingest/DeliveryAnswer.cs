using Logister.Core.Ingest;

namespace Logister.Functions.Ingest;

/// <summary>What became of an event.</summary>
internal sealed record DeliveryAnswer(string Id, string Status, string? Reason)
{
    public static DeliveryAnswer Of(Guid id, Delivery delivery) => new(id.ToString(), NameOf(delivery.State), delivery.Reason);

    private static string NameOf(DeliveryState state) => state switch
    {
        DeliveryState.Queued => "queued",
        DeliveryState.Stored => "stored",
        DeliveryState.Duplicate => "duplicate",
        _ => "dead_lettered",
    };
}
