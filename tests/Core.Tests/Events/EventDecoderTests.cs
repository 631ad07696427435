using System.Text;
using System.Text.Json;
using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Events;

public sealed class EventDecoderTests
{
    [Theory]
    [InlineData("""{"type":"log","message":"m","environment":"production"}""")]
    [InlineData("""{"type":"log","message":"m","environment":"production","occurred_at":"soon"}""")]
    [InlineData("""{"type":"log","message":"m","environment":"production","occurred_at":"2026-05-23T15:30:00Z","uuid":"none"}""")]
    [InlineData("""{"type":"log","message":7,"environment":"production","occurred_at":"2026-05-23T15:30:00Z"}""")]
    [InlineData("""{"type":"check_in","message":"m","environment":"e","occurred_at":"2026-05-23T15:30:00Z","check_in":{"slug":"s","status":"ok"}}""")]
    [InlineData("""{"type":"unheard of","message":"m"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_event_is_refused_in_one_way_so_that_it_becomes_a_dead_letter(string stored) =>
        Assert.ThrowsAny<JsonException>(() => EventDecoder.Decode(Encoding.UTF8.GetBytes(stored)));
}
