using FsCheck;
using FsCheck.Xunit;
using Logister.Core.Ingest;
using Logister.Core.Segments;
using Logister.Core.Tests.Segments;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class IngestMessageTests
{
    private static readonly SegmentSealer Sealer = new(new FakeTimeProvider(Some.Now));

    [Property(MaxTest = 40)]
    public void Segments_come_out_as_they_went_in_over_as_many_messages_as_it_takes(int seed, PositiveInt count)
    {
        var segments = Sealer.Seal(Some.Project, Mixes.Of(seed, count.Item * 3, largest: 20_000));

        var messages = IngestMessage.Share(segments);
        var received = messages.SelectMany(static message => IngestMessage.Decode(IngestMessage.Encode(message).ToMemory())).ToList();

        Assert.All(messages, static message => Assert.InRange(IngestMessage.Encode(message).ToMemory().Length, 2, IngestMessage.MaxBytes));
        Assert.Equal(segments.Select(Described), received.Select(Described));
    }

    [Fact]
    public void A_segment_too_large_for_a_message_travels_as_a_pointer()
    {
        var large = new SealedSegment(Some.Project, SegmentKey.Mint(Some.Now), 1, new byte[SegmentSealer.MaxPackedBytes + 1]);
        var largest = large with { Payload = new byte[SegmentSealer.MaxPackedBytes] };

        Assert.True(IngestMessage.NeedsBlob(large));
        Assert.True(Assert.Single(IngestMessage.Decode(IngestMessage.Encode([large]).ToMemory())).Payload.IsEmpty);
        Assert.False(IngestMessage.NeedsBlob(largest));
        Assert.InRange(IngestMessage.Encode([largest]).ToMemory().Length, 1, IngestMessage.MaxBytes);
    }

    [Fact]
    public void Cut_short_anywhere_but_between_two_segments_it_is_recognised_as_damaged()
    {
        var segment = Sealer.Seal(Some.Project, [EncodedEvent.Of(Some.Event(""))]).Single();
        var bytes = IngestMessage.Encode([segment, segment]).ToArray();
        var between = IngestMessage.Encode([segment]).ToMemory().Length;

        Assert.Throws<InvalidDataException>(() => IngestMessage.Decode(ReadOnlyMemory<byte>.Empty));
        for (var length = 2; length < bytes.Length; length++)
        {
            if (length != between)
            {
                Assert.Throws<InvalidDataException>(() => IngestMessage.Decode(bytes.AsMemory(0, length)));
            }
        }
    }

    [Fact]
    public void A_newer_version_and_lengths_nobody_wrote_are_refused()
    {
        var bytes = IngestMessage.Encode(Sealer.Seal(Some.Project, [EncodedEvent.Of(Some.Event(""))])).ToArray();

        Assert.Throws<InvalidDataException>(() => IngestMessage.Decode(Changed(0, 2)));
        Assert.Throws<InvalidDataException>(() => IngestMessage.Decode(Changed(38, 0x80)));
        Assert.Throws<InvalidDataException>(() => IngestMessage.Decode(Changed(38, 0x7f)));

        byte[] Changed(int at, byte value)
        {
            var changed = bytes.ToArray();
            changed[at] = value;
            return changed;
        }
    }

    private static string Described(SealedSegment segment) =>
        $"{segment.ProjectId} {segment.Key.ToSortable()} {segment.Count} {(IngestMessage.NeedsBlob(segment) ? "" : Convert.ToHexString(segment.Payload.Span))}";
}
