using Logister.Functions.Events;

namespace Logister.Functions.Errors;

/// <summary>An error group with its latest event, whole, and what was logged around it if that was asked for.</summary>
internal sealed record ErrorGroupAnswer(
    ErrorGroupItem ErrorGroup, string WhyGrouped, OccurrenceSummary OccurrenceSummary, EventItem? LatestEvent, IReadOnlyList<EventItem>? RelatedLogs);
