namespace Logister.Core.Events;

/// <summary>An event that was stored: what it says, where it stands, and when it was received.</summary>
/// <param name="Address">Where it stands; also its id when the client brought none.</param>
/// <param name="ReceivedAt">When its segment was sealed, UTC.</param>
/// <param name="Event">What it says.</param>
public sealed record StoredEvent(Guid Address, DateTimeOffset ReceivedAt, TelemetryEvent Event)
{
    /// <summary>The id the sender was told.</summary>
    public Guid Id => Event.Uuid ?? Address;
}
