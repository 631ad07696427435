using System.Text;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"event":{"a":1}}""")]
    [InlineData("""{"EVENT":{"a":1}}""")]
    [InlineData("""{"EVENT":{"a":2},"event":{"a":1}}""")]
    [InlineData("""{"event":{"a":2},"event":{"a":1}}""")]
    [InlineData("""{"other":[{"event":{"a":2}}],"event":{"a":1},"z":null}""")]
    [InlineData("""{"\u0065vent":{"a":1}}""")]
    public void An_event_stands_under_its_root_key(string body)
    {
        using var envelope = Envelope.OfEvent(Bytes(body));

        Assert.Equal("""{"a":1}""", envelope.Root.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""[{"event":{"a":1}}]""")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":{}}""")]
    [InlineData("""{"event":[]}""")]
    [InlineData("""{"event":[{"a":1}]}""")]
    [InlineData("""{"event":"x"}""")]
    [InlineData("""{"event":1}""")]
    [InlineData("""{"event":true}""")]
    [InlineData("""{"Event":{"a":1}}""")]
    [InlineData("""{"events":{"a":1}}""")]
    [InlineData("""{"event_type":"error","message":"m"}""")]
    [InlineData("""{"event":{},"EVENT":{"a":1}}""")]
    public void Anything_else_is_no_event(string body)
    {
        var missing = Assert.Throws<EnvelopeMissingException>(() => Envelope.OfEvent(Bytes(body)));

        Assert.Equal("event", missing.Root);
        Assert.Equal("param is missing or the value is empty or invalid: event", missing.Message);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"event":{"a":1}""")]
    [InlineData("""{"event":{"a":1}} x""")]
    [InlineData("""{"event":{"a":1},}""")]
    [InlineData("""{"event":{"a":secret}}""")]
    [InlineData("""{'event':{}}""")]
    [InlineData("event[message]=secret")]
    [InlineData("[1,2")]
    public void What_is_no_json_is_refused_without_repeating_it(string body)
    {
        var malformed = Assert.Throws<MalformedJsonException>(() => Envelope.OfEvent(Bytes(body)));

        Assert.Matches(@"^The body is not valid JSON near byte \d+\.$", malformed.Message);
    }

    [Theory]
    [InlineData("""{"check_in":{"slug":"a"}}""", """{"slug":"a"}""")]
    [InlineData("""{"CHECK_IN":{"SLUG":"a"}}""", """{"SLUG":"a"}""")]
    [InlineData("""{"check_in":{"other":1},"CHECK_IN":{"eventId":"a"}}""", """{"eventId":"a"}""")]
    [InlineData("""{"slug":"a","status":"ok"}""", """{"slug":"a","status":"ok"}""")]
    [InlineData("""{"expectedIntervalSeconds":5}""", """{"expectedIntervalSeconds":5}""")]
    public void A_check_in_stands_under_its_root_key_or_alone(string body, string expected)
    {
        using var envelope = Envelope.OfCheckIn(Bytes(body));

        Assert.Equal(expected, envelope.Root.GetRawText());
    }

    [Theory]
    [InlineData("""{"payload":{"slug":"a"}}""")]
    [InlineData("""{"check_in":{"name":"a"},"slug":"a"}""")]
    [InlineData("""{"check_in":"a"}""")]
    [InlineData("[]")]
    public void A_check_in_needs_a_key_that_is_known(string body) =>
        Assert.Equal("check_in", Assert.Throws<EnvelopeMissingException>(() => Envelope.OfCheckIn(Bytes(body))).Root);

    [Theory]
    [InlineData("release")]
    [InlineData("environment")]
    [InlineData("repository")]
    [InlineData("repo")]
    [InlineData("githubRepository")]
    [InlineData("commitSha")]
    [InlineData("sha")]
    [InlineData("branch")]
    [InlineData("deployed-at")]
    public void A_deployment_needs_one_of_its_keys(string key)
    {
        using var nested = Envelope.OfDeployment(Bytes($$$"""{"deployment":{"{{{key}}}":"x"}}"""));
        using var upper = Envelope.OfDeployment(Bytes($$$"""{"DEPLOYMENT":{"{{{key}}}":"x"}}"""));
        using var flat = Envelope.OfDeployment(Bytes($$$"""{"{{{key}}}":"x"}"""));

        Assert.Equal(nested.Root.GetRawText(), flat.Root.GetRawText());
        Assert.Equal(nested.Root.GetRawText(), upper.Root.GetRawText());
        Assert.Throws<EnvelopeMissingException>(() => Envelope.OfDeployment(Bytes("""{"deployment":{"tag":"x"}}""")));
    }

    [Fact]
    public void Limits_hold_for_every_kind_of_envelope()
    {
        var tooDeep = new string('[', 20) + new string(']', 20);

        Assert.Throws<PayloadTooLargeException>(() => Envelope.OfEvent(Bytes($$$"""{"event":{"a":{{{tooDeep}}}}}""")));
        Assert.Throws<PayloadTooLargeException>(() => Envelope.OfCheckIn(Bytes($$$"""{"slug":{{{tooDeep}}}}""")));
        Assert.Throws<PayloadTooLargeException>(() => Envelope.OfDeployment(Bytes($$$"""{"release":{{{tooDeep}}}}""")));
    }

    private static ReadOnlyMemory<byte> Bytes(string body) => JsonBody.Repair(Encoding.UTF8.GetBytes(body));
}
