namespace Logister.Core.Events;

/// <summary>What a poll found.</summary>
/// <param name="Items">Events, in the order they were committed.</param>
/// <param name="Next">Where the next poll goes on; moves even when nothing matched, and stays when nothing is new.</param>
public sealed record PollPage(IReadOnlyList<StoredEvent> Items, PollPosition Next);
