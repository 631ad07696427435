namespace Logister.Functions.Events;

/// <summary>A page of events.</summary>
/// <param name="Items">Newest first; of a poll, in the order they were committed.</param>
/// <param name="NextCursor">Where this list goes on, if it does; of a poll, the same as <paramref name="PollCursor"/>.</param>
/// <param name="PollCursor">Send it as <c>after_cursor</c> to get what is committed from now on.</param>
/// <param name="GeneratedAt">When this was read.</param>
internal sealed record EventListAnswer(IReadOnlyList<EventItem> Items, string? NextCursor, string PollCursor, DateTimeOffset GeneratedAt);
