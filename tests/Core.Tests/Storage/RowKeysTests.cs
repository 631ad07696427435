using FsCheck;
using FsCheck.Xunit;
using Logister.Core.Segments;
using Logister.Core.Storage;
using Xunit;

namespace Logister.Core.Tests.Storage;

public sealed class RowKeysTests
{
    [Property]
    public void Keys_hold_only_characters_that_table_storage_takes(DoNotSize<ulong> ms, DoNotSize<ulong> random, Guid one, Guid two, DoNotSize<ulong> ticks)
    {
        var time = Time(ticks.Item);
        var key = new SegmentKey((long)(ms.Item & (ulong)SegmentKey.MaxMs), random.Item & SegmentKey.MaxRandom);
        string[] keys =
        [
            RowKeys.Partition(one), RowKeys.Segment(key), RowKeys.Receipt(one), RowKeys.Group(one), RowKeys.Occurrence(one, time, two),
            RowKeys.Monitor(one), RowKeys.History(one, time, two), RowKeys.Rollup(time), RowKeys.Deployment(one), RowKeys.DeadLetter(time, one),
        ];

        Assert.All(keys, static text =>
        {
            Assert.InRange(text.Length, 1, 512);
            Assert.DoesNotContain(text, static character => character is '/' or '\\' or '#' or '?' || char.IsControl(character) || !char.IsAscii(character));
        });
    }

    [Property]
    public bool The_latest_time_sorts_first(DoNotSize<ulong> one, DoNotSize<ulong> other)
    {
        var (first, second) = (Time(one.Item), Time(other.Item));
        var order = string.CompareOrdinal(RowKeys.NewestFirst(first), RowKeys.NewestFirst(second));

        return Math.Sign(order) == Math.Sign(second.CompareTo(first));
    }

    [Property]
    public bool Different_things_have_different_keys(DoNotSize<ulong> one, DoNotSize<ulong> other, Guid a, Guid b)
    {
        var (first, second) = (Time(one.Item), Time(other.Item));
        return (first, a) == (second, b)
            || (RowKeys.Occurrence(Some.Project, first, a) != RowKeys.Occurrence(Some.Project, second, b)
                && RowKeys.History(Some.Project, first, a) != RowKeys.History(Some.Project, second, b)
                && RowKeys.DeadLetter(first, a) != RowKeys.DeadLetter(second, b));
    }

    [Fact]
    public void No_two_kinds_of_rows_share_a_prefix()
    {
        var time = Some.Now;
        string[] keys =
        [
            RowKeys.Segment(new SegmentKey(1, 1)), RowKeys.Receipt(Guid.Empty), RowKeys.Group(Guid.Empty), RowKeys.Occurrence(Guid.Empty, time, Guid.Empty),
            RowKeys.Monitor(Guid.Empty), RowKeys.History(Guid.Empty, time, Guid.Empty), RowKeys.Rollup(time), RowKeys.Deployment(Guid.Empty), RowKeys.DeadLetter(time, Guid.Empty),
        ];

        Assert.Equal(keys.Length, keys.Select(static key => key[..2]).Distinct().Count());
    }

    [Property]
    public bool The_end_of_a_range_lies_behind_everything_with_its_prefix_and_before_everything_else(Guid group, Guid other, DoNotSize<ulong> ticks)
    {
        var prefix = RowKeys.OccurrencesOf(group);
        var mine = RowKeys.Occurrence(group, Time(ticks.Item), other);
        var foreign = RowKeys.Occurrence(other, Time(ticks.Item), group);

        return IsWithin(mine) && (group == other || !IsWithin(foreign));

        bool IsWithin(string key) => string.CompareOrdinal(key, prefix) >= 0 && string.CompareOrdinal(key, RowKeys.After(prefix)) < 0;
    }

    private static DateTimeOffset Time(ulong ticks) => new((long)(ticks % (ulong)(DateTimeOffset.MaxValue.Ticks + 1)), TimeSpan.Zero);
}
