using Logister.Functions.Events;

namespace Logister.Functions.Errors;

/// <summary>An error group with its latest event, whole.</summary>
internal sealed record ErrorGroupAnswer(ErrorGroupItem ErrorGroup, string WhyGrouped, OccurrenceSummary OccurrenceSummary, EventItem? LatestEvent);
