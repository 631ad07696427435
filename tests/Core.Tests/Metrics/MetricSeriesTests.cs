using Logister.Core.Metrics;
using Xunit;

namespace Logister.Core.Tests.Metrics;

public sealed class MetricSeriesTests
{
    [Fact]
    public void Adding_up_hours_is_the_same_as_counting_their_events_at_once()
    {
        var events = Enumerable.Range(0, 60)
            .Select(static index => Some.Event($"\"duration_ms\":{(index + 1) * 10},\"environment\":\"env{index % 3}\"", index % 2 == 0 ? "transaction" : "metric"))
            .ToList();
        var (first, second, all) = (Bucket(), Bucket(), Bucket());
        events.Take(25).ToList().ForEach(first.Add);
        events.Skip(25).ToList().ForEach(second.Add);
        events.ForEach(all.Add);

        var sum = Bucket();
        sum.Merge(first);
        sum.Merge(second);

        Assert.NotEmpty(MetricSeries.BuiltIn);
        Assert.All(MetricSeries.BuiltIn.Concat(MetricSeries.Custom(all, 12)), series => Assert.Equal(series.ValueOf(all), series.ValueOf(sum)));
        Assert.Equal(all.Counts, sum.Counts);
        Assert.Equal((all.Transactions["m"].Min, all.Transactions["m"].Max), (sum.Transactions["m"].Min, sum.Transactions["m"].Max));
    }

    [Fact]
    public void A_percentile_is_within_two_percent()
    {
        var bucket = Bucket();
        Enumerable.Range(1, 100).ToList().ForEach(index => bucket.Add(Some.Event($"\"duration_ms\":{index * 10}", "transaction")));

        var value = MetricSeries.BuiltIn.Single(static series => series.Key == "transactions.p95").ValueOf(bucket);

        Assert.InRange(value, 950 * 0.98, 950 * 1.02);
    }

    [Fact]
    public void Windows_are_filled_from_the_bucket_they_start_in_to_the_one_it_is_now()
    {
        Assert.Equal([61, 7, 25, 8], InsightWindow.All.Select(static window => window.BucketsUntil(Some.Now).Count));
    }

    [Theory]
    [InlineData("region", true)]
    [InlineData("cart.items", true)]
    [InlineData("Region", false)]
    [InlineData("9lives", false)]
    [InlineData("trace_id", false)]
    [InlineData("", false)]
    public void Only_telling_names_can_be_filtered_by(string name, bool expected) => Assert.Equal(expected, ContextAttributes.IsKey(name));

    private static HourlyRollup Bucket() => new() { Hour = HourlyRollup.HourOf(Some.Now) };
}
