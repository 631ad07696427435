using FsCheck;
using FsCheck.Xunit;
using Logister.Core.Segments;
using Xunit;

namespace Logister.Core.Tests.Segments;

public sealed class EventIdTests
{
    [Property]
    public bool An_id_leads_back_to_its_address(DoNotSize<ulong> ms, DoNotSize<ulong> random, DoNotSize<uint> index)
    {
        var (key, at) = Address(ms.Item, random.Item, index.Item);

        return EventId.TryLocate(EventId.At(key, at), out var foundKey, out var foundAt) && foundKey == key && foundAt == at;
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(SegmentKey.MaxMs, SegmentKey.MaxRandom, EventId.MaxEvents - 1)]
    [InlineData(SegmentKey.MaxMs, 0, 0)]
    [InlineData(0, SegmentKey.MaxRandom, EventId.MaxEvents - 1)]
    public void So_do_the_extremes(long ms, ulong random, int index)
    {
        var key = new SegmentKey(ms, random);

        Assert.True(EventId.TryLocate(EventId.At(key, index), out var foundKey, out var foundIndex));
        Assert.Equal((key, index), (foundKey, foundIndex));
    }

    [Property]
    public bool An_id_is_a_version_7_uuid_of_the_time_of_sealing(DoNotSize<ulong> ms, DoNotSize<ulong> random, DoNotSize<uint> index)
    {
        var (key, at) = Address(ms.Item, random.Item, index.Item);
        var text = EventId.At(key, at).ToString("N");

        return text[12] == '7' && "89ab".Contains(text[16], StringComparison.Ordinal) && text[..12] == key.SealedAtMs.ToString("x12");
    }

    [Property]
    public bool Different_addresses_have_different_ids(DoNotSize<ulong> ms, DoNotSize<ulong> random, DoNotSize<uint> index, DoNotSize<uint> other)
    {
        var (key, one) = Address(ms.Item, random.Item, index.Item);
        var two = (int)(other.Item % EventId.MaxEvents);

        return one == two || EventId.At(key, one) != EventId.At(key, two);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(EventId.MaxEvents)]
    public void There_is_no_id_beyond_the_last_event_a_segment_can_hold(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EventId.At(new SegmentKey(1, 1), index));

    [Fact]
    public void Uuids_that_others_made_are_no_addresses()
    {
        const int Tries = 20_000;

        Assert.DoesNotContain(Enumerable.Range(0, Tries), static number => EventId.TryLocate(Guid.NewGuid(), out SegmentKey _, out int _));
        Assert.False(EventId.TryLocate(Guid.Empty, out _, out _));
        Assert.False(EventId.TryLocate(Guid.AllBitsSet, out _, out _));

        // Of those with our version, eight check bits let one in 256 pass.
        var passed = Enumerable.Range(0, Tries).Count(static number => EventId.TryLocate(Guid.CreateVersion7(), out _, out _));
        Assert.InRange(passed, 0, Tries / 100);
    }

    [Property]
    public bool A_key_leads_back_from_its_text_and_the_newest_sorts_first(DoNotSize<ulong> ms, DoNotSize<ulong> other, DoNotSize<ulong> random)
    {
        var (one, _) = Address(ms.Item, random.Item, 0);
        var (two, _) = Address(other.Item, ~random.Item, 0);

        return SegmentKey.TryParse(one.ToSortable(), out var parsed) && parsed == one
            && (one.SealedAtMs == two.SealedAtMs
                || one.SealedAtMs > two.SealedAtMs == string.CompareOrdinal(one.ToSortable(), two.ToSortable()) < 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789")]
    [InlineData("0123456789abcdef012345678g")]
    [InlineData("0123456789abcdef01234567890")]
    [InlineData(" 123456789abcdef0123456789")]
    [InlineData("+123456789abcdef0123456789")]
    public void Only_26_hex_digits_are_a_key(string text) =>
        Assert.Equal(text == "0123456789abcdef0123456789", SegmentKey.TryParse(text, out _));

    [Fact]
    public void A_minted_key_tells_its_time_to_the_millisecond()
    {
        var key = SegmentKey.Mint(Some.Now.AddMilliseconds(7));

        Assert.Equal(Some.Now.AddMilliseconds(7), key.SealedAt);
        Assert.NotEqual(key, SegmentKey.Mint(Some.Now.AddMilliseconds(7)));
    }

    private static (SegmentKey Key, int Index) Address(ulong ms, ulong random, uint index) =>
        (new SegmentKey((long)(ms & (ulong)SegmentKey.MaxMs), random & SegmentKey.MaxRandom), (int)(index % EventId.MaxEvents));
}
