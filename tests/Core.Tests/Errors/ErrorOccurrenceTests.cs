using FsCheck.Xunit;
using Logister.Core.Errors;
using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Errors;

/// <summary>What one more occurrence does to its group.</summary>
public sealed class ErrorOccurrenceTests
{
    [Theory]
    [InlineData(ErrorGroupStatus.Resolved)]
    [InlineData(ErrorGroupStatus.Archived)]
    public void A_later_occurrence_reopens_a_resolved_and_an_archived_group(ErrorGroupStatus status)
    {
        var group = Apply(Closed(status), Some.Now.AddMinutes(1), release: "2.0");

        Assert.Equal(ErrorGroupStatus.Unresolved, group.Status);
        Assert.Equal((1, 1), (group.RegressionCount, group.ReopenCount));
        Assert.Equal("2.0", group.RegressedInRelease);
        Assert.Equal(Some.Now.AddMinutes(1), group.LastReopenedAt);
        Assert.Null(group.ResolvedAt);
        Assert.Null(group.ArchivedAt);
        Assert.Equal(2, group.OccurrenceCount);
    }

    [Theory]
    [InlineData(ErrorGroupStatus.Resolved, 0)]
    [InlineData(ErrorGroupStatus.Resolved, -60)]
    [InlineData(ErrorGroupStatus.Archived, -60)]
    [InlineData(ErrorGroupStatus.Ignored, 60)]
    [InlineData(ErrorGroupStatus.Ignored, -60)]
    public void What_happened_before_it_was_closed_and_anything_while_it_is_ignored_only_counts(ErrorGroupStatus status, int seconds)
    {
        var group = Apply(Closed(status), Some.Now.AddSeconds(seconds));

        Assert.Equal(status, group.Status);
        Assert.Equal((0, 0), (group.RegressionCount, group.ReopenCount));
        Assert.Equal(2, group.OccurrenceCount);
    }

    [Property]
    public bool First_and_last_seen_are_the_extremes_in_whatever_order_occurrences_arrive(short[] minutes)
    {
        if (minutes.Length == 0)
        {
            return true;
        }

        var times = minutes.Select(static minute => Some.Now.AddMinutes(minute)).ToList();
        var group = times.Aggregate((ErrorGroup?)null, static (current, at) => Apply(current, at))!;

        return group.OccurrenceCount == times.Count && group.FirstSeenAt == times.Min() && group.LastSeenAt == times.Max();
    }

    [Fact]
    public void The_latest_occurrence_by_its_own_time_is_what_the_group_looks_like()
    {
        var latest = Apply(null, Some.Now, "1.0", "latest\nwith a second line", "staging", "fatal");
        var group = Apply(latest, Some.Now.AddHours(-1), "0.9", "earlier", "production", "error");

        Assert.Equal(("latest", "staging", "fatal", "1.0"), (group.Title, group.Stage, group.Severity, group.LastSeenRelease));
        Assert.Equal(latest.LatestEventId, group.LatestEventId);
        Assert.Equal("1.0", group.IntroducedInRelease);
    }

    [Fact]
    public void A_group_without_a_level_is_an_error_and_a_missing_release_hides_no_known_one()
    {
        var group = Apply(Apply(null, Some.Now, "1.0", level: null), Some.Now.AddMinutes(1), release: null, level: null);

        Assert.Equal(("error", "1.0"), (group.Severity, group.LastSeenRelease));
    }

    private static ErrorGroup Closed(ErrorGroupStatus status) => Apply(null, Some.Now.AddDays(-1)) with
    {
        Status = status,
        ResolvedAt = status == ErrorGroupStatus.Resolved ? Some.Now : null,
        IgnoredAt = status == ErrorGroupStatus.Ignored ? Some.Now : null,
        ArchivedAt = status == ErrorGroupStatus.Archived ? Some.Now : null,
    };

    private static ErrorGroup Apply(
        ErrorGroup? group, DateTimeOffset at, string? release = null, string message = "m", string environment = "production", string? level = "error") =>
        ErrorOccurrence.Apply(group, Some.Project, Guid.NewGuid(), new TelemetryEvent
        {
            Type = EventType.Error,
            Message = message,
            Level = level,
            OccurredAt = at,
            Environment = environment,
            Release = release,
            Error = new ErrorDetails("v1", "key", null),
            Context = "{}"u8.ToArray(),
        });
}
