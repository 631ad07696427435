namespace Logister.Core.Ingest;

/// <summary>What has become of an accepted event.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Reason">Why it could not be stored; null unless it is a dead letter.</param>
public sealed record Delivery(DeliveryState State, string? Reason = null);
