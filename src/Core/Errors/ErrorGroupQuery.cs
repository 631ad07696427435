namespace Logister.Core.Errors;

/// <summary>Which error groups are wanted. Everything left out matches everything.</summary>
public sealed record ErrorGroupQuery
{
    /// <summary>The status; null for all.</summary>
    public ErrorGroupStatus? Status { get; init; }

    /// <summary>A part of title, subtitle, key or stage, whatever the case.</summary>
    public string? Text { get; init; }

    /// <summary>The latest environment, exactly.</summary>
    public string? Environment { get; init; }

    /// <summary>Only groups first seen at or after this moment.</summary>
    public DateTimeOffset? IntroducedSince { get; init; }

    /// <summary>Whether anybody looks after it; null for both.</summary>
    public bool? Assigned { get; init; }

    /// <summary>Who looks after it.</summary>
    public Guid? AssigneeId { get; init; }

    internal bool Matches(ErrorGroup group) =>
        (Status is null || Status == group.Status)
        && (Environment is null || Environment == group.Stage)
        && !(group.FirstSeenAt < IntroducedSince)
        && (Assigned is null || Assigned == group.Assignee is not null)
        && (AssigneeId is null || AssigneeId == group.Assignee?.Id)
        && (Text is not { } text || Holds(text, group.Title) || Holds(text, group.Subtitle) || Holds(text, group.Key) || Holds(text, group.Stage));

    private static bool Holds(string text, string? field) => field?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
