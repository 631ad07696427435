namespace Logister.Core.Events;

/// <summary>A page of the feed.</summary>
/// <param name="Items">Events, the one received last first.</param>
/// <param name="Next">Where the next page starts; null when there is none. A search may stop early and go on from here.</param>
public sealed record EventPage(IReadOnlyList<StoredEvent> Items, FeedPosition? Next);
