using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Events;

public sealed class PollPageBuilderTests
{
    [Fact]
    public void A_page_that_ends_within_a_segment_goes_on_with_the_event_behind()
    {
        var page = new PollPageBuilder(new EventQuery(), limit: 2, new PollPosition(7, 1));

        Assert.True(page.Add(7, Events("skipped", "a", "b", "c")));

        Assert.Equal(["a", "b"], page.Done().Items.Select(static item => item.Event.Message));
        Assert.Equal(new PollPosition(7, 3), page.Done().Next);
    }

    [Fact]
    public void A_segment_without_a_match_is_passed_for_good()
    {
        var page = new PollPageBuilder(new EventQuery { Level = "fatal" }, limit: 2, new PollPosition(7, 0));

        Assert.False(page.Add(7, Events("a")));
        Assert.False(page.Add(8, []));

        Assert.Empty(page.Done().Items);
        Assert.Equal(new PollPosition(9, 0), page.Done().Next);
    }

    [Fact]
    public void A_poll_that_sees_nothing_stays_where_it_is()
    {
        var page = new PollPageBuilder(new EventQuery(), limit: 2, new PollPosition(7, 4));

        Assert.Equal(new PollPosition(7, 4), page.Done().Next);
    }

    [Theory]
    [InlineData("7-4", true)]
    [InlineData("7", false)]
    [InlineData("-1-4", false)]
    [InlineData("x-4", false)]
    public void A_position_reads_what_it_writes(string text, bool expected)
    {
        Assert.Equal(expected, PollPosition.TryParse(text, out var position));
        Assert.Equal(expected ? text : "0-0", position.ToString());
    }

    private static IReadOnlyList<(int Index, StoredEvent Event)> Events(params string[] messages) =>
        [.. messages.Select(static (message, index) => (index, new StoredEvent(Guid.Empty, Some.Now, Some.Normalised($$"""{"event_type":"log","message":"{{message}}"}"""))))];
}
