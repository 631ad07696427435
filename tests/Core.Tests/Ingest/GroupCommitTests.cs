using System.Threading.Channels;
using Logister.Core.Ingest;
using Logister.Core.Segments;
using Xunit;

namespace Logister.Core.Tests.Ingest;

/// <summary>Group commit, with sends that end when the test says so.</summary>
public sealed class GroupCommitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Guid OtherProject = new("99999999-2222-3333-4444-555555555555");

    private readonly Channel<HeldSend> _sends = Channel.CreateUnbounded<HeldSend>();
    private readonly GroupCommit _commit;

    public GroupCommitTests() => _commit = new GroupCommit(new SegmentSealer(TimeProvider.System), HoldAsync);

    [Fact]
    public async Task A_lone_event_is_sent_at_once_and_accepted_when_it_is_durable()
    {
        var caller = AddAsync("lone");
        var send = await NextSendAsync();

        Assert.Equal(["lone"], send.Messages());
        Assert.False(caller.IsCompleted);

        send.Succeed();
        Assert.Equal(send.AddressOf("lone"), Assert.Single(await caller.WaitAsync(Patience, Cancellation)));
    }

    [Fact]
    public async Task What_waits_during_a_send_shares_the_next_one_in_its_order()
    {
        var first = AddAsync("first");
        var one = await NextSendAsync();
        var waiting = Enumerable.Range(0, 50).Select(number => AddAsync($"waiting {number}")).ToList();

        one.Succeed();
        var next = await NextSendAsync();
        next.Succeed();
        await Task.WhenAll([first, .. waiting]).WaitAsync(Patience, Cancellation);

        Assert.Equal(Enumerable.Range(0, 50).Select(static number => $"waiting {number}"), next.Messages());
        Assert.Single(next.Segments);
        for (var number = 0; number < waiting.Count; number++)
        {
            Assert.Equal(next.AddressOf($"waiting {number}"), Assert.Single(await waiting[number]));
        }
    }

    [Fact]
    public async Task A_callers_events_keep_their_order_and_each_gets_its_own_address()
    {
        var caller = AddAsync("a", "b", "c");
        var send = await NextSendAsync();
        send.Succeed();

        Assert.Equal(["a", "b", "c"], send.Messages());
        Assert.Equal(["a", "b", "c"], (await caller).Select(send.MessageAt));
    }

    [Fact]
    public async Task Projects_share_a_message_but_never_a_segment()
    {
        var first = AddAsync("first");
        var one = await NextSendAsync();
        var mine = AddAsync("mine");
        var other = _commit.AddAsync(OtherProject, [Encoded("other")], Cancellation);
        var mineToo = AddAsync("mine too");
        one.Succeed();
        var next = await NextSendAsync();
        next.Succeed();
        await Task.WhenAll(first, mine, other, mineToo).WaitAsync(Patience, Cancellation);

        Assert.Equal([Some.Project, OtherProject], next.Segments.Select(static segment => segment.ProjectId));
        Assert.Equal([2, 1], next.Segments.Select(static segment => segment.Count));
        Assert.Equal("other", next.MessageAt(Assert.Single(await other)));
        Assert.Equal("mine too", next.MessageAt(Assert.Single(await mineToo)));
    }

    [Fact]
    public async Task A_failure_reaches_the_callers_of_its_message_and_no_other()
    {
        var first = AddAsync("first");
        var one = await NextSendAsync();

        // No two of them fit one message, so that three sends follow.
        var callers = Enumerable.Range(0, 3).Select(number => _commit.AddAsync(Some.Project, [Large(number, IngestMessage.MaxBytes * 2 / 3)], Cancellation)).ToList();
        one.Succeed();
        HeldSend[] sends = [await NextSendAsync(), await NextSendAsync(), await NextSendAsync()];
        sends.Single(static send => send.Messages().Single() == "large 1").Fail(new IOException("down"));
        sends.Where(static send => send.Messages().Single() != "large 1").ToList().ForEach(static send => send.Succeed());

        await first;
        await callers[0].WaitAsync(Patience, Cancellation);
        await callers[2].WaitAsync(Patience, Cancellation);
        Assert.Equal("down", (await Assert.ThrowsAsync<IOException>(() => callers[1])).Message);
    }

    [Fact]
    public async Task After_a_failure_the_next_event_is_sent_as_if_nothing_had_happened()
    {
        var failed = AddAsync("failed");
        (await NextSendAsync()).Fail(new IOException("down"));
        await Assert.ThrowsAsync<IOException>(() => failed);

        var next = AddAsync("next");
        (await NextSendAsync()).Succeed();

        Assert.Single(await next);
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_harms_nobody_and_its_event_is_sent_all_the_same()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = AddAsync("first");
        var one = await NextSendAsync();
        var leaves = _commit.AddAsync(Some.Project, [Encoded("leaves")], leaving.Token);
        var stays = AddAsync("stays");

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        one.Succeed();
        var next = await NextSendAsync();
        next.Succeed();

        await first;
        Assert.Equal("stays", next.MessageAt(Assert.Single(await stays)));
        Assert.Equal(["leaves", "stays"], next.Messages());
    }

    [Fact]
    public async Task Enough_for_a_message_of_its_own_does_not_wait_for_a_slow_send()
    {
        var slow = AddAsync("slow");
        var first = await NextSendAsync();

        var large = _commit.AddAsync(Some.Project, [Large(0, IngestMessage.MaxBytes)], Cancellation);
        var second = await NextSendAsync();
        second.Succeed();
        await large.WaitAsync(Patience, Cancellation);

        Assert.False(slow.IsCompleted);
        first.Succeed();
        await slow;
    }

    [Fact]
    public async Task More_than_a_process_may_hold_is_refused_until_there_is_room_again()
    {
        var huge = new EncodedEvent(Some.Event(""), new byte[GroupCommit.MaxHeldBytes / 4]);
        var first = AddAsync("first");
        var one = await NextSendAsync();
        var second = _commit.AddAsync(Some.Project, [Large(0, IngestMessage.MaxBytes)], Cancellation);
        var two = await NextSendAsync();
        var held = Enumerable.Range(0, 3).Select(_ => _commit.AddAsync(Some.Project, [huge], Cancellation)).ToList();

        await Assert.ThrowsAsync<IngestOverloadedException>(() => _commit.AddAsync(Some.Project, [huge], Cancellation));

        one.Succeed();
        two.Succeed();
        var all = Task.WhenAll([first, second, .. held]);
        while (await Task.WhenAny(all, _sends.Reader.WaitToReadAsync(Cancellation).AsTask()).WaitAsync(Patience, Cancellation) != all)
        {
            (await NextSendAsync()).Succeed();
        }

        await all;
        var again = AddAsync("again");
        (await NextSendAsync()).Succeed();
        Assert.Single(await again.WaitAsync(Patience, Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static EncodedEvent Encoded(string message) => EncodedEvent.Of(Some.Event("") with { Message = message });

    private static EncodedEvent Large(int number, int bytes)
    {
        var random = new byte[bytes];
        new Random(number).NextBytes(random);
        return EncodedEvent.Of(Some.Event($"\"context\":{{\"text\":\"{Convert.ToBase64String(random)}\"}}") with { Message = $"large {number}" });
    }

    private Task<IReadOnlyList<Guid>> AddAsync(params string[] messages) =>
        _commit.AddAsync(Some.Project, [.. messages.Select(Encoded)], Cancellation);

    private async Task<HeldSend> NextSendAsync() => await _sends.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);

    private Task HoldAsync(IReadOnlyList<SealedSegment> segments, CancellationToken cancellation)
    {
        var send = new HeldSend(segments);
        _sends.Writer.TryWrite(send);
        return send.Ended;
    }
}
