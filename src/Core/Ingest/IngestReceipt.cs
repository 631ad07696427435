using Logister.Core.Events;

namespace Logister.Core.Ingest;

/// <summary>What a sender is told of an event that is durable.</summary>
/// <param name="Id">The event's id: the client's own, or the address it was given.</param>
/// <param name="Type">What it was taken for.</param>
/// <param name="Duplicate">Whether this instance knows that it was accepted before. Unknown is no promise: a repeat is stored once either way.</param>
public sealed record IngestReceipt(Guid Id, EventType Type, bool Duplicate);
