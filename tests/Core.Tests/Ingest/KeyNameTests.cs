using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class KeyNameTests
{
    [Theory]
    [InlineData("EVENT_TYPE", "event_type")]
    [InlineData("event-type", "event_type")]
    [InlineData("traceId", "trace_id")]
    [InlineData("userID", "user_id")]
    [InlineData("TRACEID", "traceid")]
    [InlineData("durationMS", "duration_ms")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("Event Type", "event type")]
    [InlineData("Ruby::Gem", "ruby/gem")]
    [InlineData("a:b", "a:b")]
    [InlineData("sha1Digest", "sha1_digest")]
    [InlineData("ÄÖ", "äö")]
    [InlineData("", "")]
    [InlineData("already_normal", "already_normal")]
    public void A_key_has_one_normal_form(string sent, string normal) => Assert.Equal(normal, KeyName.Normalise(sent));
}
