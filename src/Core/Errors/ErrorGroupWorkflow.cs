namespace Logister.Core.Errors;

/// <summary>
/// What people's decisions do to an error group; <see cref="ErrorOccurrence"/> knows what further occurrences do. Pure. Any
/// state can follow any other, and deciding what is decided already changes nothing.
/// </summary>
internal static class ErrorGroupWorkflow
{
    /// <summary>The group in the state somebody decided on; the same instance when it is in it already.</summary>
    public static ErrorGroup Move(ErrorGroup group, ErrorGroupStatus to, DateTimeOffset now)
    {
        if (group.Status == to)
        {
            return group;
        }

        return to switch
        {
            ErrorGroupStatus.Resolved => group with { Status = to, ResolvedAt = now, ResolvedInRelease = group.LastSeenRelease },
            ErrorGroupStatus.Ignored => group with { Status = to, IgnoredAt = now },
            ErrorGroupStatus.Archived => group with { Status = to, ArchivedAt = now },
            _ => Reopen(group, now),
        };
    }

    /// <summary>The group in somebody's hands; the same instance when it is already.</summary>
    public static ErrorGroup Assign(ErrorGroup group, Assignee to, DateTimeOffset now) =>
        group.Assignee == to ? group : group with { Assignee = to, AssignedAt = now };

    /// <summary>The group in nobody's hands.</summary>
    public static ErrorGroup Unassign(ErrorGroup group) =>
        group.Assignee is null ? group : group with { Assignee = null, AssignedAt = null };

    // The release it was fixed in stays: it is what a regression is told from.
    private static ErrorGroup Reopen(ErrorGroup group, DateTimeOffset now) => group with
    {
        Status = ErrorGroupStatus.Unresolved,
        ResolvedAt = null,
        IgnoredAt = null,
        ArchivedAt = null,
        ReopenCount = group.ReopenCount + 1,
        LastReopenedAt = now,
    };
}
