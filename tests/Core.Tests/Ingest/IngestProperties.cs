using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Logister.Core.Events;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

[Properties(Arbitrary = [typeof(JsonTexts)], MaxTest = 500)]
public sealed class IngestProperties
{
    [Property]
    public void Whatever_is_sent_gives_an_event_or_one_of_our_errors(JsonText context, JsonText other)
    {
        string[] bodies =
        [
            context.Text,
            $$$"""{"event":{{{context.Text}}}}""",
            $$$"""{"event":{"event_type":"error","message":"m","context":{{{context.Text}}},"other":{{{other.Text}}}}}""",
            $$$"""{"event":{"event_type":"span","trace_id":"t","span_id":"s","context":{{{context.Text}}},"parent_span_id":{{{other.Text}}}}}""",
            $$$"""{"check_in":{"slug":"s","context":{{{context.Text}}},"status":{{{other.Text}}}}}""",
            $$$"""{"deployment":{"release":"1","repo":"a/b","sha":"abcdef1","github":{{{context.Text}}},"pull_request":{{{other.Text}}}}}""",
        ];
        foreach (var body in bodies)
        {
            var bytes = JsonBody.Repair(Encoding.UTF8.GetBytes(body));
            Expected(() => Ingest(Envelope.OfEvent(bytes), root => EventNormaliser.Normalise(root, IngestRules.Default, Some.Now, Some.Project)));
            Expected(() => Ingest(Envelope.OfCheckIn(bytes), root => CheckInNormaliser.Normalise(root, IngestRules.Default, Some.Now)));
            Expected(() => Ingest(Envelope.OfDeployment(bytes), root => DeploymentNormaliser.Normalise(root, IngestRules.Default, Some.Now, Some.Project)));
        }
    }

    [Property]
    public void Any_bytes_are_repaired_or_refused(byte[] bytes, JsonText json, int cut)
    {
        var text = Encoding.UTF8.GetBytes($$$"""{"event":{{{json.Text}}}}""");
        var at = Math.Abs(cut % text.Length);
        byte[] body = [.. text[..at], .. bytes, .. text[at..]];

        Expected(() => Ingest(Envelope.OfEvent(JsonBody.Repair(body)), root => EventNormaliser.Normalise(root, IngestRules.Default, Some.Now, Some.Project)));
    }

    [Property]
    public void Normalising_a_stored_event_changes_nothing(JsonText context, JsonText other)
    {
        foreach (var type in new[] { "error", "log", "transaction", "check_in" })
        {
            var once = Some.Event($"\"other\":{other.Text},\"context\":{context.Text}", type);

            AssertSame(once, Some.Normalised(Stored(once)));
        }

        var span = Some.Span($"\"other\":{other.Text},\"context\":{context.Text}");
        var again = Some.Normalised(Stored(span));
        AssertSame(span with { DurationMs = again.DurationMs, OccurredAt = again.OccurredAt, Span = again.Span, Status = again.Status }, again);
    }

    [Property]
    public void A_context_never_grows_beyond_the_budget(JsonText context)
    {
        var stored = Some.Event($"\"context\":{context.Text}").Context.Length;

        Assert.True(stored <= context.Text.Length + CopyBudget.Bytes + (CopyBudget.Keys * 16));
    }

    [Property]
    public void No_secret_and_no_hardware_id_is_stored(JsonText context)
    {
        var normalised = Some.Event($$$"""  "level":"Bearer abc123","context":{"a":{{{context.Text}}},"b":{"password":{"c":"hidden"},"IMEI":"hidden"}}  """.Trim(), "error");
        var stored = Encoding.UTF8.GetString(EventCodec.Encode(normalised));

        Assert.DoesNotContain("abc123", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("u:p@", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", stored, StringComparison.Ordinal);
    }

    [Property]
    public void Every_sent_scalar_outside_secrets_is_stored(int number, bool flag)
    {
        var context = Some.Event($$$"""  "top":{{{number}}},"context":{"inside":{"deep":[{{{number}}},{{{(flag ? "true" : "false")}}},null]}}  """.Trim()).ContextJson();

        Assert.Equal(number, context.GetProperty("top").GetInt32());
        Assert.Equal($"[{number},{(flag ? "true" : "false")},null]", context.GetProperty("inside").GetProperty("deep").GetRawText());
    }

    private static TelemetryEvent Ingest(Envelope envelope, Func<JsonElement, TelemetryEvent> normalise)
    {
        using (envelope)
        {
            var normalised = normalise(envelope.Root);
            Assert.Equal(JsonValueKind.Object, normalised.ContextJson().ValueKind);
            return EventDecoder.Decode(EventCodec.Encode(normalised));
        }
    }

    private static void Expected(Func<TelemetryEvent> ingest)
    {
        var refused = Record.Exception(() => { ingest(); });
        Assert.True(
            refused is null or MalformedJsonException or EnvelopeMissingException or PayloadTooLargeException or InvalidEventException,
            refused?.ToString());
    }

    /// <summary>The envelope that would say what the stored event says.</summary>
    private static string Stored(TelemetryEvent value)
    {
        string Quoted(string text) => JsonSerializer.Serialize(text);
        string Optional(string name, string? text) => text is null ? "" : $",\"{name}\":{Quoted(text)}";
        return "{\"event_type\":" + Quoted(value.Type.Name()) + Optional("message", value.Message) + Optional("uuid", value.Uuid?.ToString())
            + (value.Span is { } span ? Optional("trace_id", value.TraceId) + Optional("span_id", span.SpanId) : "")
            + Optional("level", value.Level) + Optional("fingerprint", value.Fingerprint) + Optional("occurred_at", value.OccurredAt.ToString("O"))
            + ",\"context\":" + value.ContextText() + "}";
    }

    private static void AssertSame(TelemetryEvent expected, TelemetryEvent actual)
    {
        Assert.Equal(expected.ContextText(), actual.ContextText());
        Assert.Equal(expected.Deployment is null, actual.Deployment is null);
        Assert.Equal(expected with { Context = default, Deployment = null }, actual with { Context = default, Deployment = null });
    }
}
