using Logister.Core.Errors;
using Xunit;

namespace Logister.Core.Tests.Errors;

/// <summary>What people's decisions do to a group.</summary>
public sealed class ErrorGroupWorkflowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly ErrorGroup Open = new()
    {
        Id = Guid.NewGuid(),
        Mechanism = "v1",
        Key = "k",
        Title = "t",
        Stage = "production",
        Severity = "error",
        LastSeenRelease = "2.0",
    };

    public static TheoryData<ErrorGroupStatus, ErrorGroupStatus> Pairs =>
        new(from first in Enum.GetValues<ErrorGroupStatus>() from second in Enum.GetValues<ErrorGroupStatus>() select (first, second));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Any_state_follows_any_other_and_is_stamped(ErrorGroupStatus from, ErrorGroupStatus to)
    {
        var before = ErrorGroupWorkflow.Move(Open, from, Now.AddDays(-1));

        var after = ErrorGroupWorkflow.Move(before, to, Now);

        Assert.Equal(to, after.Status);
        if (from == to)
        {
            Assert.Same(before, after);
        }
        else
        {
            var stamp = to switch
            {
                ErrorGroupStatus.Resolved => after.ResolvedAt,
                ErrorGroupStatus.Ignored => after.IgnoredAt,
                ErrorGroupStatus.Archived => after.ArchivedAt,
                _ => after.LastReopenedAt,
            };
            Assert.Equal(Now, stamp);
        }
    }

    [Fact]
    public void Reopening_clears_every_stamp_but_keeps_the_release_it_was_fixed_in()
    {
        var resolved = ErrorGroupWorkflow.Move(Open, ErrorGroupStatus.Resolved, Now);
        var archived = ErrorGroupWorkflow.Move(resolved, ErrorGroupStatus.Archived, Now);

        var reopened = ErrorGroupWorkflow.Move(archived, ErrorGroupStatus.Unresolved, Now);

        Assert.Equal((null, null, null), (reopened.ResolvedAt, reopened.IgnoredAt, reopened.ArchivedAt));
        Assert.Equal(("2.0", 1, 0), (reopened.ResolvedInRelease, reopened.ReopenCount, reopened.RegressionCount));
    }

    [Fact]
    public void Giving_a_group_to_who_has_it_changes_nothing()
    {
        var somebody = new Assignee(Guid.NewGuid(), "somebody");
        var assigned = ErrorGroupWorkflow.Assign(Open, somebody, Now);

        Assert.Equal(Now, assigned.AssignedAt);
        Assert.Same(assigned, ErrorGroupWorkflow.Assign(assigned, somebody with { }, Now.AddDays(1)));
        Assert.Same(Open, ErrorGroupWorkflow.Unassign(Open));
        Assert.Equal(Open, ErrorGroupWorkflow.Unassign(assigned));
    }
}
