using System.Text;
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

    [Theory]
    [InlineData("trace_id", true)]
    [InlineData("http.status 1", true)]
    [InlineData("traceId", false)]
    [InlineData("a-b", false)]
    [InlineData("ä", false)]
    public void Most_keys_are_seen_to_be_normal_at_a_glance(string key, bool normal) =>
        Assert.Equal(normal, KeyName.IsNormal(Encoding.UTF8.GetBytes(key)));
}
