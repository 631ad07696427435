using FsCheck;
using FsCheck.Xunit;
using Logister.Core.Commit;
using Logister.Core.Events;
using Logister.Core.Segments;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Core.Tests.Segments;

public sealed class SegmentSealerTests
{
    // What one entity group transaction takes.
    private const int RowsOfATransaction = 100;

    private static readonly SegmentSealer Sealer = new(new FakeTimeProvider(Some.Now));

    [Property(MaxTest = 60)]
    public void Sealing_keeps_the_order_and_every_limit_for_any_mix(int seed, PositiveInt count)
    {
        var events = Mixes.Of(seed, count.Item * 5);

        var segments = Sealer.Seal(Some.Project, events);

        Assert.Equal(
            events.Select(static item => Convert.ToHexString(item.Json.Span)),
            segments.SelectMany(static segment => SegmentPayload.Unpack(segment.Payload.Span)).Select(static line => Convert.ToHexString(line.Span)));
        Assert.All(segments, static segment =>
        {
            Assert.Equal(Some.Project, segment.ProjectId);
            Assert.Equal(Some.Now, segment.Key.SealedAt);
            Assert.InRange(segment.Count, 1, SegmentSealer.MaxEvents);
            Assert.True(segment.Count == 1 || segment.Payload.Length <= SegmentSealer.MaxPackedBytes);
            Assert.Equal(segment.Count, SegmentPayload.Unpack(segment.Payload.Span).Count);
        });
        Assert.Equal(segments.Count, segments.Select(static segment => segment.Key).Distinct().Count());
    }

    [Property(MaxTest = 60)]
    public void A_segments_rows_are_never_more_than_its_budget_and_fit_one_transaction(int seed, PositiveInt count)
    {
        foreach (var segment in Sealer.Seal(Some.Project, Mixes.Of(seed, count.Item * 5, largest: 50)))
        {
            var content = new SegmentContent(segment);
            var budget = new RowBudget();
            var events = SegmentPayload.Unpack(segment.Payload.Span).Select(static line => EventDecoder.Decode(line)).ToList();
            Assert.All(events, value => Assert.True(budget.TryAdd(value)));

            var rows = SegmentPlan.Make(content, new ProjectState(), Some.Now).Rows.Count;

            Assert.InRange(rows, 1, budget.Rows);
            Assert.InRange(rows, 1, RowsOfATransaction);
            Assert.InRange(budget.Rows, 1, RowBudget.MaxRows);
        }
    }

    [Fact]
    public void Deployments_whose_environment_and_release_read_the_same_when_put_together_are_counted_apart()
    {
        var events = Enumerable.Range(0, 150).Select(split => new TelemetryEvent
        {
            Type = EventType.Log,
            Message = "m",
            OccurredAt = Some.Now,
            Environment = new string('\n', split),
            Release = new string('\n', 150 - split),
            Deployment = new DeploymentDetails("a/b", "1234567", null, new Dictionary<string, string>()),
            Context = "{}"u8.ToArray(),
        });

        var segments = Sealer.Seal(Some.Project, [.. events.Select(EncodedEvent.Of)]);

        Assert.All(segments, static segment =>
            Assert.InRange(SegmentPlan.Make(new SegmentContent(segment), new ProjectState(), Some.Now).Rows.Count, 1, RowBudget.MaxRows));
    }

    [Fact]
    public void A_thousand_small_logs_are_one_segment_and_the_next_begins_another()
    {
        var log = EncodedEvent.Of(Some.Event(""));

        Assert.Equal([1000], Sealer.Seal(Some.Project, [.. Enumerable.Repeat(log, 1000)]).Select(static segment => segment.Count));
        Assert.Equal([1000, 1], Sealer.Seal(Some.Project, [.. Enumerable.Repeat(log, 1001)]).Select(static segment => segment.Count));
        Assert.Empty(Sealer.Seal(Some.Project, []));
    }

    [Fact]
    public void An_event_too_large_for_a_segment_of_several_gets_its_own()
    {
        var random = new byte[200_000];
        new Random(1).NextBytes(random);
        var large = EncodedEvent.Of(Some.Event($"\"context\":{{\"text\":\"{Convert.ToBase64String(random)}\"}}"));
        var small = EncodedEvent.Of(Some.Event(""));

        var segments = Sealer.Seal(Some.Project, [small, large, small]);

        Assert.Equal([1, 1, 1], segments.Select(static segment => segment.Count));
        Assert.True(segments[1].Payload.Length > SegmentSealer.MaxPackedBytes);
    }
}
