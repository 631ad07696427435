using Logister.Functions.Events;

namespace Logister.Functions.Projects;

/// <summary>How a project is doing.</summary>
/// <param name="Project">The project.</param>
/// <param name="WindowStartedAt">The start of what is counted: events are counted by whole hours.</param>
/// <param name="WindowEndedAt">The end of the window.</param>
/// <param name="LatestEvent">The event received last, whenever that was.</param>
/// <param name="EventsByType">Events of the window by type.</param>
/// <param name="Errors">Error groups by status, whatever the window.</param>
/// <param name="ActivityEvents">Events of the window that are no errors.</param>
/// <param name="Analytics">Where the counts come from.</param>
/// <param name="GeneratedAt">When this was read.</param>
internal sealed record SummaryAnswer(
    ProjectItem Project,
    DateTimeOffset WindowStartedAt,
    DateTimeOffset WindowEndedAt,
    EventItem? LatestEvent,
    IReadOnlyDictionary<string, long> EventsByType,
    IReadOnlyDictionary<string, int> Errors,
    long ActivityEvents,
    SummarySource Analytics,
    DateTimeOffset GeneratedAt);
