using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Logister.Core.Segments;
using Xunit;

namespace Logister.Core.Tests.Segments;

public sealed class SegmentPayloadTests
{
    [Property]
    public bool What_was_packed_comes_out_again_in_its_order(string?[] texts) =>
        SegmentPayload.Unpack(SegmentPayload.Pack(Lines(texts))).Select(Text).SequenceEqual(Lines(texts).Select(Text));

    [Fact]
    public void So_do_large_and_empty_ones()
    {
        string?[] texts = [new string('x', 1 << 20), "", null];

        Assert.Equal(Lines(texts).Select(Text), SegmentPayload.Unpack(SegmentPayload.Pack(Lines(texts))).Select(Text));
        Assert.Empty(SegmentPayload.Unpack(SegmentPayload.Pack([])));
    }

    [Fact]
    public void Cut_short_anywhere_it_is_recognised_as_damaged()
    {
        var packed = SegmentPayload.Pack(Lines(["one", "two", "three"]));

        for (var length = 0; length < packed.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => SegmentPayload.Unpack(packed.AsSpan(0, length)));
        }
    }

    [Property]
    public bool Changed_bytes_never_fail_in_any_other_way_than_being_called_damaged(int at, byte change)
    {
        var packed = SegmentPayload.Pack(Lines(["one", "two", new string('x', 500)]));
        packed[(int)((uint)at % packed.Length)] ^= change;
        try
        {
            SegmentPayload.Unpack(packed);
            return true;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(SegmentPayload.MaxUnpackedBytes + 1)]
    [InlineData(int.MaxValue)]
    public void A_length_nobody_wrote_is_not_believed(int length)
    {
        var packed = SegmentPayload.Pack(Lines(["one"]));
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), length);

        Assert.Throws<InvalidDataException>(() => SegmentPayload.Unpack(packed));
    }

    [Fact]
    public void A_newer_version_is_not_guessed_at()
    {
        var packed = SegmentPayload.Pack(Lines(["one"]));
        packed[0]++;

        Assert.Throws<InvalidDataException>(() => SegmentPayload.Unpack(packed));
    }

    private static List<ReadOnlyMemory<byte>> Lines(IEnumerable<string?> texts) =>
        [.. texts.Select(static text => (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(text))];

    private static string Text(ReadOnlyMemory<byte> line) => Encoding.UTF8.GetString(line.Span);
}
