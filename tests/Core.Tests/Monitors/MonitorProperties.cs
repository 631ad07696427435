using FsCheck;
using FsCheck.Xunit;
using Logister.Core.Events;
using Logister.Core.Monitors;
using Xunit;

namespace Logister.Core.Tests.Monitors;

/// <summary>What holds for a monitor whatever its check-ins say and whenever they come.</summary>
public sealed class MonitorProperties
{
    private static readonly string[] Words = ["ok", "error", "failed", "in_progress", "whatever"];

    [Property]
    public bool A_monitor_is_missed_strictly_after_its_deadline_and_never_at_or_before_it(int seed)
    {
        var monitor = Played(seed);
        var deadline = MonitorClock.DeadlineOf(monitor);
        var before = MonitorClock.At(monitor, deadline.AddTicks(-1));
        var at = MonitorClock.At(monitor, deadline);
        var after = MonitorClock.At(monitor, deadline.AddTicks(1));

        return before.Status != MonitorStatus.Missed && at.Status != MonitorStatus.Missed && at.NextDeadline == deadline
            && after == new MonitorVerdict(MonitorStatus.Missed, deadline, NextDeadline: null);
    }

    [Property]
    public bool Between_two_check_ins_there_is_at_most_one_change_and_it_is_to_missed(int seed, PositiveInt steps)
    {
        var monitor = Played(seed);
        var start = monitor.LastCheckInAt;
        var step = TimeSpan.FromHours(1) / steps.Item;
        var seen = Enumerable.Range(0, Math.Min(steps.Item, 100) + 1).Select(number => MonitorClock.At(monitor, start + (step * number))).ToList();

        return seen.Select(static verdict => verdict.Status).Distinct().Count() <= 2
            && seen.SkipWhile(static verdict => verdict.Status != MonitorStatus.Missed).All(static verdict => verdict.Status == MonitorStatus.Missed)
            && seen.Select(static verdict => (verdict.Status, verdict.Since)).Distinct().Count() <= 2;
    }

    [Property]
    public bool An_older_check_in_changes_nothing(int seed, PositiveInt seconds)
    {
        var monitor = Played(seed);
        var late = CheckIn(monitor.LastCheckInAt.AddSeconds(-seconds.Item), "error", 1);

        var effect = Apply(monitor, late, Some.Now.AddDays(300));

        return !effect.Applied && effect.Monitor == monitor && effect.Before is null;
    }

    [Property]
    public bool A_started_run_does_not_move_the_deadline(int seed, PositiveInt seconds)
    {
        var monitor = Played(seed);
        var at = monitor.LastCheckInAt.AddSeconds(seconds.Item);

        var started = Apply(monitor, CheckIn(at, "in_progress", monitor.ExpectedIntervalSeconds), at).Monitor;

        return MonitorClock.DeadlineOf(started) == MonitorClock.DeadlineOf(monitor)
            && started.Status == (at > MonitorClock.DeadlineOf(monitor) ? MonitorStatus.Missed : MonitorStatus.Running);
    }

    [Property]
    public bool An_ended_run_moves_it_an_interval_and_a_grace_from_its_end(int seed, PositiveInt seconds, PositiveInt interval)
    {
        var monitor = Played(seed) with { GraceSeconds = null };
        var at = monitor.LastCheckInAt.AddSeconds(seconds.Item);

        var ended = Apply(monitor, CheckIn(at, "ok", interval.Item), at).Monitor;

        return MonitorClock.DeadlineOf(ended) == at.AddSeconds(interval.Item + Math.Max(interval.Item / 2, 30))
            && ended.Status == MonitorStatus.Ok && ended.RunningSince is null;
    }

    [Property]
    public bool A_failed_monitor_that_goes_silent_becomes_missed(int seed)
    {
        var monitor = Played(seed);
        var failed = Apply(monitor, CheckIn(monitor.LastCheckInAt, "error", 60), monitor.LastCheckInAt).Monitor;

        return failed.Status == MonitorStatus.Error
            && MonitorClock.At(failed, MonitorClock.DeadlineOf(failed).AddSeconds(1)).Status == MonitorStatus.Missed;
    }

    [Property]
    public bool The_state_is_true_since_the_first_of_an_unbroken_row_of_equal_check_ins(int seed, PositiveInt repeats)
    {
        var monitor = Played(seed);
        var first = monitor.LastCheckInAt.AddDays(1);
        monitor = Apply(monitor, CheckIn(first, "error", 60), first).Monitor;
        var since = monitor.StatusSince;
        for (var repeat = 1; repeat <= Math.Min(repeats.Item, 20); repeat++)
        {
            monitor = Apply(monitor, CheckIn(first.AddSeconds(repeat * 60), "error", 60), first.AddSeconds(repeat * 60)).Monitor;
        }

        return monitor.Status == MonitorStatus.Error && monitor.StatusSince == since;
    }

    [Property]
    public bool As_long_as_a_monitor_has_a_deadline_a_row_at_or_before_it_is_on_file(int seed)
    {
        var random = new Random(seed);
        var now = Some.Now;
        CheckInMonitor? monitor = null;
        List<DateTimeOffset> rows = [];
        for (var step = 0; step < 40; step++)
        {
            now = now.AddSeconds(random.Next(300));
            if (monitor is not null && random.Next(3) == 0)
            {
                // The sweep: takes what is due, and moves it or makes the change.
                foreach (var due in rows.Where(row => row < now).ToList())
                {
                    rows.Remove(due);
                    var verdict = MonitorClock.At(monitor, now);
                    if (verdict.NextDeadline is { } next)
                    {
                        rows.Add(next);
                    }
                    else
                    {
                        monitor = monitor with { Status = verdict.Status, StatusSince = verdict.Since };
                    }
                }
            }
            else
            {
                var before = monitor;
                var at = now.AddSeconds(-random.Next(60));
                monitor = Apply(monitor, CheckIn(at, Words[random.Next(Words.Length)], random.Next(1, 600)), now).Monitor;
                if (DeadlineWatch.Needed(before, monitor) is { } deadline)
                {
                    rows.Add(deadline);
                }
            }

            if (monitor is not null
                && monitor.Status is not (MonitorStatus.Missed or MonitorStatus.Paused)
                && !rows.Any(row => row <= MonitorClock.DeadlineOf(monitor)))
            {
                return false;
            }
        }

        return true;
    }

    [Fact]
    public void A_healthy_check_in_needs_no_new_row()
    {
        var monitor = Apply(null, CheckIn(Some.Now, "ok", 60), Some.Now).Monitor;
        var next = Apply(monitor, CheckIn(Some.Now.AddSeconds(60), "ok", 60), Some.Now.AddSeconds(60)).Monitor;

        Assert.Equal(Some.Now.AddSeconds(90), DeadlineWatch.Needed(null, monitor));
        Assert.Null(DeadlineWatch.Needed(monitor, next));
    }

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue, long.MinValue)]
    [InlineData(0, -1)]
    public void Nonsense_in_a_row_neither_overflows_nor_passes_for_a_deadline_in_the_past(long interval, long grace)
    {
        foreach (var from in new[] { Some.Now, DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
        {
            var monitor = Played(1) with { ExpectedIntervalSeconds = interval, GraceSeconds = grace, ExpectedFrom = from };

            Assert.True(MonitorClock.DeadlineOf(monitor) >= from);
        }
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(60, 30)]
    [InlineData(61, 30)]
    [InlineData(101, 50)]
    [InlineData(300, 150)]
    public void The_grace_is_half_the_interval_and_at_least_half_a_minute(long interval, long grace) =>
        Assert.Equal(grace, MonitorClock.DefaultGraceSeconds(interval));

    [Fact]
    public void A_paused_monitor_is_paused_whatever_happens()
    {
        var paused = Played(1) with { PausedAt = Some.Now };

        Assert.Equal(new MonitorVerdict(MonitorStatus.Paused, Some.Now, null), MonitorClock.At(paused, Some.Now.AddYears(1)));
        Assert.Equal(MonitorStatus.Paused, Apply(paused, CheckIn(Some.Now.AddDays(1), "error", 60), Some.Now.AddDays(1)).Monitor.Status);
    }

    private static CheckInEffect Apply(CheckInMonitor? monitor, TelemetryEvent checkIn, DateTimeOffset now) =>
        CheckInArrival.Apply(monitor, Some.Project, Guid.NewGuid(), checkIn, now);

    private static TelemetryEvent CheckIn(DateTimeOffset at, string status, long interval) => new()
    {
        Type = EventType.CheckIn,
        Message = "job",
        OccurredAt = at,
        Environment = "production",
        CheckIn = new CheckInDetails("job", status, interval, null),
        Context = "{}"u8.ToArray(),
    };

    // A monitor with some past.
    private static CheckInMonitor Played(int seed)
    {
        var random = new Random(seed);
        CheckInMonitor? monitor = null;
        var at = Some.Now;
        for (var left = random.Next(1, 8); left > 0; left--)
        {
            at = at.AddSeconds(random.Next(2000));
            monitor = Apply(monitor, CheckIn(at, Words[random.Next(Words.Length)], random.Next(1, 1000)), at).Monitor;
        }

        return monitor!;
    }
}
