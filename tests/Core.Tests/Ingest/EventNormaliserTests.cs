using Logister.Core.Events;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class EventNormaliserTests
{
    [Theory]
    [InlineData("\"error\"", EventType.Error)]
    [InlineData("\"metric\"", EventType.Metric)]
    [InlineData("\"transaction\"", EventType.Transaction)]
    [InlineData("\"log\"", EventType.Log)]
    [InlineData("\"check_in\"", EventType.CheckIn)]
    [InlineData("0", EventType.Error)]
    [InlineData("1", EventType.Metric)]
    [InlineData("2", EventType.Transaction)]
    [InlineData("3", EventType.Log)]
    [InlineData("4", EventType.CheckIn)]
    public void A_type_is_a_name_or_a_number(string sent, EventType type) =>
        Assert.Equal(type, Some.Normalised($$"""{"event_type":{{sent}},"message":"m"}""").Type);

    [Theory]
    [InlineData("\"Error\"")]
    [InlineData("\"deployment\"")]
    [InlineData("\"0\"")]
    [InlineData("\"\"")]
    [InlineData("5")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("null")]
    [InlineData("{}")]
    public void No_other_type_is_accepted(string sent) =>
        Assert.Equal(
            ["Event type is not included in the list"],
            Some.ErrorsOf(() => Some.Normalised($$"""{"event_type":{{sent}},"message":"m"}""")));

    [Theory]
    [InlineData("""{"foo":1}""", "Event type is not included in the list", "Message can't be blank")]
    [InlineData("""{"event_type":"error"}""", "Message can't be blank")]
    [InlineData("""{"event_type":"error","uuid":"x"}""", "Uuid is invalid", "Message can't be blank")]
    [InlineData("""{"event_type":"x","uuid":"x","message":" "}""", "Event type is not included in the list", "Uuid is invalid", "Message can't be blank")]
    [InlineData("""{"event_type":"log","name":"no alias of message"}""", "Message can't be blank")]
    [InlineData("""{"event_type":"log","message":false}""", "Message can't be blank")]
    [InlineData("""{"event_type":"log","message":[]}""", "Message can't be blank")]
    [InlineData("""{"event_type":"span"}""", "Trace can't be blank", "Span can't be blank")]
    [InlineData("""{"event_type":"span","trace_id":"t","event_id":"x"}""", "Uuid is invalid", "Span can't be blank")]
    [InlineData("[]", "Event type is not included in the list", "Message can't be blank")]
    public void Every_error_is_named_in_order(string envelope, params string[] errors) =>
        Assert.Equal(errors, Some.ErrorsOf(() => Some.Normalised(envelope)));

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\" \\n text\\u0021 \"", " \n text! ")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("""{"a":[1,"x"]}""", """{"a":[1,"x"]}""")]
    [InlineData("""{"password":"x"}""", """{"password":"[REDACTED]"}""")]
    public void A_message_is_text_whatever_was_sent(string sent, string message) =>
        Assert.Equal(message, Some.Normalised($$"""{"event_type":"log","message":{{sent}}}""").Message);

    [Fact]
    public void A_message_stays_whole()
    {
        var message = new string('x', 65_536);

        Assert.Equal(message, Some.Normalised($$"""{"event_type":"log","message":"{{message}}"}""").Message);
    }

    [Theory]
    [InlineData("EVENT_TYPE", "Message", "context")]
    [InlineData("event-type", "MESSAGE", "Context")]
    [InlineData("eventType", "message", "CONTEXT")]
    public void Keys_of_the_envelope_come_in_any_spelling(string type, string message, string context)
    {
        var normalised = Some.Normalised($$$"""{"{{{type}}}":"log","{{{message}}}":"m","{{{context}}}":{"release":"r"}}""");

        Assert.Equal("r", normalised.Release);
        Assert.Equal("""{"release":"r","environment":"production"}""", normalised.ContextText());
    }

    [Fact]
    public void Of_two_spellings_in_the_envelope_the_later_counts() =>
        Assert.Equal("b", Some.Event("""  "traceId":"a","trace_id":"b"  """.Trim()).TraceId);

    [Theory]
    [InlineData("\"uuid\":\"0189D1F0-AAAA-BBBB-CCCC-0123456789AB\"")]
    [InlineData("\"event_id\":\"0189d1f0-aaaa-bbbb-cccc-0123456789ab\"")]
    [InlineData("\"eventId\":\"0189d1f0-aaaa-bbbb-cccc-0123456789ab\"")]
    [InlineData("\"uuid\":\"\",\"event_id\":\"0189d1f0-aaaa-bbbb-cccc-0123456789ab\"")]
    [InlineData("\"uuid\":\"0189d1f0-aaaa-bbbb-cccc-0123456789ab\",\"event_id\":\"other\"")]
    public void A_client_may_bring_an_identity(string members) =>
        Assert.Equal(new Guid("0189d1f0-aaaa-bbbb-cccc-0123456789ab"), Some.Event(members).Uuid);

    [Theory]
    [InlineData("\"0189d1f0aaaabbbbcccc0123456789ab\"")]
    [InlineData("\"{0189d1f0-aaaa-bbbb-cccc-0123456789ab}\"")]
    [InlineData("\"0189d1f0-aaaa-bbbb-cccc-0123456789ag\"")]
    [InlineData("12")]
    [InlineData("{\"a\":1}")]
    public void A_malformed_identity_is_refused(string sent) =>
        Assert.Equal(["Uuid is invalid"], Some.ErrorsOf(() => Some.Event($"\"uuid\":{sent}")));

    [Fact]
    public void Without_an_identity_sealing_gives_one() => Assert.Null(Some.Event("\"uuid\":null,\"event_id\":\" \"").Uuid);

    [Theory]
    [InlineData("""{"status":200,"transaction_status":"bad"}""", "200")]
    [InlineData("""{"transaction_status":"bad","check_in_status":"ok"}""", "bad")]
    [InlineData("""{"check_in_status":"ok"}""", "ok")]
    [InlineData("""{"status":{"code":1},"transaction_status":"ok"}""", "ok")]
    [InlineData("{}", null)]
    public void The_status_is_found_in_the_context(string context, string? status) =>
        Assert.Equal(status, Some.Event($"\"context\":{context}", "transaction").Status);

    [Fact]
    public void Nothing_that_was_sent_is_dropped()
    {
        var normalised = Some.Event("""
            "service":"web","tags":{"a":1},"value":0,"handled":false,"inForeground":false,"exception":{"class":"E"},"unit":"","n":null,"level":{"a":1}
            """);

        Assert.Equal(
            """{"service":"web","tags":{"a":1},"value":0,"handled":false,"inForeground":false,"in_foreground":false,"exception":{"class":"E"},"unit":"","n":null,"level":{"a":1},"environment":"production"}""",
            normalised.ContextText());
    }

    [Theory]
    [InlineData("null", "{}")]
    [InlineData("\"text\"", """{"context":"text"}""")]
    [InlineData("[1,null]", """{"context":[1,null]}""")]
    [InlineData("false", """{"context":false}""")]
    public void A_context_of_another_type_is_kept_inside_one(string sent, string expected)
    {
        var context = Some.Event($"\"context\":{sent}").ContextText();

        Assert.Equal(expected.Replace("}", (expected.Length > 2 ? "," : "") + "\"environment\":\"production\"}", StringComparison.Ordinal), context);
    }

    [Fact]
    public void A_project_can_have_another_default_environment() =>
        Assert.Equal("test", Some.Event("", rules: new IngestRules { DefaultEnvironment = "test" }).Environment);

    [Theory]
    [InlineData("""{"user":{"id":42}}""", "42")]
    [InlineData("""{"user":"ann"}""", "ann")]
    [InlineData("""{"user":{"id":42},"user_id":"7"}""", "7")]
    [InlineData("""{"user":{}}""", null)]
    public void A_user_is_an_id_or_an_object_with_one(string context, string? userId) =>
        Assert.Equal(userId, Some.Event($"\"context\":{context}").UserId);

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("0", 0d)]
    [InlineData("\"12.5\"", 12.5)]
    [InlineData("\"1e2\"", 100d)]
    [InlineData("-1", null)]
    [InlineData("1e999", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"Infinity\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("NaN", null)]
    [InlineData("{}", null)]
    public void A_duration_is_a_number_of_zero_or_more(string sent, double? duration)
    {
        Assert.Equal(duration, Some.Event($"\"duration_ms\":{sent}").DurationMs);
        Assert.Equal(duration, Some.Event($$$"""  "context":{"durationMs":{{{sent}}}}  """.Trim()).DurationMs);
    }

    [Fact]
    public void Ids_are_cut_where_no_character_is_halved()
    {
        var normalised = Some.Event($"\"trace_id\":\"{new string('x', 199)}😀😀\"");

        Assert.Equal(new string('x', 199), normalised.TraceId);
    }

    [Theory]
    [InlineData("telemetry_evidence")]
    [InlineData("telemetryEvidence")]
    public void An_evidence_object_of_the_client_is_removed(string key)
    {
        Assert.DoesNotContain("vidence", Some.Event($"\"{key}\":{{\"a\":1}}").ContextText(), StringComparison.Ordinal);
        Assert.DoesNotContain("vidence", Some.Event($$$"""  "context":{"{{{key}}}":{"a":1}}  """.Trim()).ContextText(), StringComparison.Ordinal);
        Assert.Contains("vidence", Some.Event($$$"""  "context":{"a":{"{{{key}}}":1}}  """.Trim()).ContextText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme/shop", "acme/shop")]
    [InlineData(" https://github.com/acme/shop.git ", "acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "acme/shop")]
    [InlineData("/acme/shop/tree/main", "acme/shop")]
    public void An_event_can_bear_witness_to_a_deployment(string sent, string repository)
    {
        var deployment = Some.Event($"\"release\":\"1\",\"repo\":\"{sent}\",\"sha\":\"ABCDEF1\",\"branch\":\"refs/heads/main\"").Deployment;

        Assert.NotNull(deployment);
        Assert.Equal((repository, "abcdef1", "main"), (deployment.Repository, deployment.CommitSha, deployment.Branch));
        Assert.Empty(deployment.Links);
    }

    [Theory]
    [InlineData("\"repo\":\"a/b\",\"sha\":\"abcdef1\"")]
    [InlineData("\"release\":\"1\",\"sha\":\"abcdef1\"")]
    [InlineData("\"release\":\"1\",\"repo\":\"shop\",\"sha\":\"abcdef1\"")]
    [InlineData("\"release\":\"1\",\"repo\":\"a/b\",\"sha\":\"main\"")]
    [InlineData("\"release\":\"1\",\"repo\":\"a/b\",\"sha\":\"abcdef\"")]
    public void Half_a_deployment_is_none(string members) => Assert.Null(Some.Event(members).Deployment);

    [Fact]
    public void A_stored_event_survives_its_codec()
    {
        var normalised = Some.Event("\"level\":\"warn\",\"context\":{\"a\":\"ä\\n\",\"b\":1.50}", "error");
        var decoded = EventDecoder.Decode(EventCodec.Encode(normalised));

        Assert.Equal(normalised with { Context = default }, decoded with { Context = default });
        Assert.Equal(normalised.ContextText(), decoded.ContextText());
    }
}
