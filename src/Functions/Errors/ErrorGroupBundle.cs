using Logister.Functions.Events;
using Logister.Functions.Projects;

namespace Logister.Functions.Errors;

/// <summary>Everything of an error group in one document, to be attached to a ticket.</summary>
/// <param name="SchemaVersion">The version of this form.</param>
/// <param name="ExportedAt">When it was made.</param>
/// <param name="Project">Its project.</param>
/// <param name="ErrorGroup">The group.</param>
/// <param name="WhyGrouped">Why its events are one group.</param>
/// <param name="OccurrenceSummary">Its occurrences in numbers.</param>
/// <param name="LatestEvent">The latest occurrence.</param>
/// <param name="RelatedLogs">What was logged around it.</param>
/// <param name="Occurrences">The latest occurrences, if asked for.</param>
/// <param name="Truncated">Whether something was left out to keep the document small.</param>
internal sealed record ErrorGroupBundle(
    int SchemaVersion,
    DateTimeOffset ExportedAt,
    ProjectItem Project,
    ErrorGroupItem ErrorGroup,
    string WhyGrouped,
    OccurrenceSummary OccurrenceSummary,
    EventItem? LatestEvent,
    IReadOnlyList<EventItem> RelatedLogs,
    IReadOnlyList<EventItem>? Occurrences,
    bool Truncated);
