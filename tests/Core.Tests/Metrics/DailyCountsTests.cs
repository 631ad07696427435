using FsCheck.Xunit;
using Logister.Core.Metrics;
using Xunit;

namespace Logister.Core.Tests.Metrics;

public sealed class DailyCountsTests
{
    private static readonly DateOnly Today = new(2026, 5, 23);

    [Property]
    public bool The_last_days_are_counted_in_whatever_order_they_come(sbyte[] offsets)
    {
        var days = offsets.Select(static offset => Today.AddDays(offset)).ToList();
        var counts = days.Aggregate(DailyCounts.Empty, static (current, day) => current.Add(day));
        var read = DailyCounts.Parse(counts.ToString());

        return days.Count == 0
            || (Enumerable.Range(0, DailyCounts.Days).Select(back => days.Max().AddDays(-back)).All(day => read.On(day) <= days.Count(other => other == day))
                && read.On(days.Max()) == days.Count(day => day == days.Max())
                && read.On(days.Max().AddDays(-DailyCounts.Days)) == 0
                && read.ToString() == counts.ToString());
    }

    [Fact]
    public void A_day_is_kept_for_thirty_days_and_an_older_one_is_not_counted()
    {
        var counts = DailyCounts.Empty.Add(Today.AddDays(-29)).Add(Today);

        Assert.Equal(1, counts.On(Today.AddDays(-29)));
        Assert.Equal(0, counts.Add(Today.AddDays(-30)).On(Today.AddDays(-30)));
        Assert.Equal(0, counts.Add(Today.AddDays(1)).On(Today.AddDays(-29)));
    }

    [Fact]
    public void Even_the_first_days_of_all_are_counted()
    {
        var counts = DailyCounts.Empty.Add(DateOnly.MinValue).Add(DateOnly.MinValue.AddDays(3));

        Assert.Equal(1, counts.On(DateOnly.MinValue));
        Assert.Equal(1, counts.On(DateOnly.MinValue.AddDays(3)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("739000")]
    [InlineData("739000:")]
    public void Text_that_is_none_is_refused(string text) => Assert.Throws<FormatException>(() => DailyCounts.Parse(text));
}
