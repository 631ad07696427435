using FsCheck.Xunit;
using Logister.Core.Events;
using Logister.Core.Metrics;
using Logister.Core.Tests.Segments;
using Xunit;

namespace Logister.Core.Tests.Metrics;

public sealed class HourlyRollupTests
{
    [Property(MaxTest = 30)]
    public bool A_rollup_read_from_its_row_is_the_one_that_was_written(int seed)
    {
        var rollup = Of(Mixes.Of(seed, 50, largest: 10).Select(static item => item.Event));
        var read = HourlyRollupRow.Read(HourlyRollupRow.Write(Some.Project, rollup));

        return Described(read) == Described(rollup) && read.Hour == rollup.Hour;
    }

    [Fact]
    public void A_copy_is_added_to_without_changing_the_original()
    {
        var rollup = Of([Transaction("a", 10)]);
        var before = Described(rollup);

        rollup.Copy().Add(Transaction("a", 20));

        Assert.Equal(before, Described(rollup));
    }

    [Fact]
    public void Durations_errors_and_values_are_added_up_by_name()
    {
        var rollup = Of([Transaction("a", 10), Transaction("a", 30, status: "500"), Transaction("b", null)]);

        var measured = rollup.Transactions["a"];
        Assert.Equal((2, 1, 40d, 10d, 30d), (measured.Count, measured.Errors, measured.Sum, measured.Min, measured.Max));
        Assert.Equal((1, 0d, null), (rollup.Transactions["b"].Count, rollup.Transactions["b"].Sum, rollup.Transactions["b"].Min));
        Assert.Equal(3, rollup.CountOf("type", "transaction"));
    }

    [Fact]
    public void What_goes_beyond_the_limits_is_counted_under_other_so_that_a_row_stays_small()
    {
        var rollup = Of(Enumerable.Range(0, 500).Select(number => Transaction($"name {number} {new string('x', 1000)}", number) with { Release = $"release {number}" }));

        Assert.Equal(HourlyRollup.MaxNames + 1, rollup.Transactions.Count);
        Assert.Equal(500, rollup.Transactions.Values.Sum(static measured => measured.Count));
        Assert.Equal(400, rollup.Transactions[HourlyRollup.Other].Count);
        Assert.Equal(HourlyRollup.MaxValues + 1, rollup.Counts["release"].Count);
        Assert.Equal(400, rollup.CountOf("release", HourlyRollup.Other));
        Assert.Equal(Described(rollup), Described(HourlyRollupRow.Read(HourlyRollupRow.Write(Some.Project, rollup))));
    }

    [Fact]
    public void An_hour_begins_at_its_full_hour_in_UTC() => Assert.Equal(
        new DateTimeOffset(2026, 5, 23, 15, 0, 0, TimeSpan.Zero),
        HourlyRollup.HourOf(new DateTimeOffset(2026, 5, 23, 17, 59, 59, 999, TimeSpan.FromHours(2))));

    private static TelemetryEvent Transaction(string name, double? duration, string? status = null) =>
        Some.Event("", "transaction") with { TransactionName = name, DurationMs = duration, Status = status };

    private static HourlyRollup Of(IEnumerable<TelemetryEvent> events)
    {
        var rollup = new HourlyRollup { Hour = Some.Now };
        foreach (var value in events)
        {
            rollup.Add(value);
        }

        return rollup;
    }

    private static string Described(HourlyRollup rollup) => string.Join('\n',
    [
        .. rollup.Counts.SelectMany(static heading => heading.Value.Select(count => $"{heading.Key} {count.Key} {count.Value}")).Order(StringComparer.Ordinal),
        .. rollup.Transactions.Concat(rollup.Metrics).Select(static name =>
            $"{name.Key} {name.Value.Count} {name.Value.Errors} {name.Value.Sum:R} {name.Value.Min:R} {name.Value.Max:R} {name.Value.Histogram}").Order(StringComparer.Ordinal),
    ]);
}
