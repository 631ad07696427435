using FsCheck;
using FsCheck.Xunit;
using Logister.Core.Metrics;
using Xunit;

namespace Logister.Core.Tests.Metrics;

public sealed class DurationHistogramTests
{
    [Property]
    public bool A_percentile_is_within_its_stated_error_of_the_true_one(NonEmptyArray<PositiveInt> values, PositiveInt share)
    {
        var numbers = values.Item.Select(static value => value.Item * 0.37).Order().ToList();
        var part = ((share.Item % 100) + 1) / 100.0;
        var exact = numbers[Math.Max((int)Math.Ceiling(numbers.Count * part), 1) - 1];

        return Math.Abs(Of(numbers).Percentile(part)!.Value - exact) <= exact * DurationHistogram.RelativeError * 1.000001;
    }

    [Property]
    public bool Merging_in_any_order_is_the_same_as_adding_everything_to_one(NormalFloat[] a, NormalFloat[] b, NormalFloat[] c)
    {
        var all = Of([.. Numbers(a), .. Numbers(b), .. Numbers(c)]);
        var left = Of(Numbers(a));
        left.Merge(Of(Numbers(b)));
        left.Merge(Of(Numbers(c)));
        var right = Of(Numbers(c));
        right.Merge(Of(Numbers(b)));
        right.Merge(Of(Numbers(a)));

        return left.ToString() == all.ToString() && right.ToString() == all.ToString() && left.Count == all.Count;
    }

    [Property]
    public bool The_stored_form_holds_everything(NormalFloat[] values)
    {
        var histogram = Of(Numbers(values));
        var read = DurationHistogram.Parse(histogram.ToString());

        return read.ToString() == histogram.ToString() && read.Count == histogram.Count;
    }

    [Fact]
    public void Extremes_are_counted_and_harm_nothing()
    {
        var histogram = Of([double.MinValue, -1, 0, double.Epsilon, double.MaxValue]);

        Assert.Equal(5, histogram.Count);
        Assert.Equal(0, histogram.Percentile(0.5));
        Assert.Equal(histogram.ToString(), DurationHistogram.Parse(histogram.ToString()).ToString());
        Assert.Null(new DurationHistogram().Percentile(0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.01)]
    public void There_is_no_percentile_beyond_all_values(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DurationHistogram().Percentile(share));

    [Theory]
    [InlineData("x")]
    [InlineData("1:x")]
    [InlineData("1")]
    public void Text_that_is_no_histogram_is_refused(string text) =>
        Assert.Throws<FormatException>(() => DurationHistogram.Parse(text));

    private static IEnumerable<double> Numbers(NormalFloat[] values) => values.Select(static value => Math.Abs(value.Item));

    private static DurationHistogram Of(IEnumerable<double> values)
    {
        var histogram = new DurationHistogram();
        foreach (var value in values)
        {
            histogram.Add(value);
        }

        return histogram;
    }
}
