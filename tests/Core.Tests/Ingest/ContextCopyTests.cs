using System.Text;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class ContextCopyTests
{
    [Theory]
    [InlineData("""{"traceId":"x"}""", """{"traceId":"x","trace_id":"x"}""")]
    [InlineData("""{"TRACE":{"TRACEID":"t"}}""", """{"TRACE":{"TRACEID":"t","traceid":"t"},"trace":{"TRACEID":"t","traceid":"t"}}""")]
    [InlineData("""{"a":[{"bC":1}]}""", """{"a":[{"bC":1,"b_c":1}]}""")]
    [InlineData("""{"traceId":"x","trace_id":"y"}""", """{"traceId":"x","trace_id":"y"}""")]
    [InlineData("""{"trace_id":"y","traceId":"x"}""", """{"trace_id":"y","traceId":"x"}""")]
    [InlineData("""{"traceId":"x","TraceId":"y"}""", """{"traceId":"x","trace_id":"x","TraceId":"y"}""")]
    public void A_copy_under_the_normal_name_stands_beside_the_original(string sent, string stored) => AssertStored(stored, sent);

    [Theory]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""", """{"b":2,"a":3}""")]
    [InlineData("""{"x":{"a":1,"a":{"b":1,"b":2}}}""", """{"x":{"a":{"b":2}}}""")]
    public void Of_a_repeated_key_the_last_is_stored(string sent, string stored) => AssertStored(stored, sent);

    [Theory]
    [InlineData("advertisingId")]
    [InlineData("advertising_identifier")]
    [InlineData("ANDROID-ID")]
    [InlineData("device serial")]
    [InlineData("hardwareID")]
    [InlineData("hardwareSerial")]
    [InlineData("imei")]
    [InlineData("MEID")]
    [InlineData("serial")]
    [InlineData("SerialNumber")]
    [InlineData("subscriber_id")]
    [InlineData("idfa")]
    [InlineData("IDFV")]
    [InlineData("identifierForVendor")]
    public void A_hardware_id_is_removed_at_any_depth(string key) =>
        AssertStored("""{"a":[{"keep":1}]}""", $$$"""{"{{{key}}}":"x","a":[{"{{{key}}}":{"b":1},"keep":1}]}""");

    [Theory]
    [InlineData("serials")]
    [InlineData("device_id")]
    [InlineData("hardware_identifier")]
    public void What_only_sounds_like_one_stays(string key) => AssertStored($$"""{"{{key}}":"x"}""", $$"""{"{{key}}":"x"}""");

    [Fact]
    public void Values_mean_what_was_sent() => AssertStored(
        """{"a":1.50,"b":1e400,"c":"é\n","d":[null],"e":"é"}""",
        """{"a":1.50,"b":1e400,"c":"\u00e9\n","d":[ null],"e":"é"}""");

    [Fact]
    public void Copies_of_copies_do_not_double_at_every_level()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"KEY":""", 14)) + "1" + new string('}', 14);

        var context = Some.Event($"\"context\":{nested}").ContextText();

        Assert.True(context.Length < 16 * 1024, $"{context.Length}");
        Assert.Contains(string.Concat(Enumerable.Repeat("""{"KEY":""", 14)), context, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_much_text_do_not_double_an_event()
    {
        var text = new string('x', 250_000);
        var sent = $$$$"""{"bigA":"{{{{text}}}}","traceId":"t","nested":{"bigB":{"bigC":"{{{{text}}}}"}}}""";

        var context = Some.Event($"\"context\":{sent}").ContextText();

        Assert.InRange(context.Length, sent.Length, sent.Length + CopyBudget.Bytes);
        Assert.Contains("\"trace_id\":\"t\"", context, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_envelope_grows_by_no_more_than_its_copies()
    {
        var keys = string.Join(',', Enumerable.Range(0, 500).Select(index => $"\"someKey{index}\":\"{new string('x', 1_000)}\""));
        var body = Encoding.UTF8.GetBytes($$$$"""{"event":{"event_type":"log","message":"m","context":{ {{{{keys}}}} }}}""");

        using var envelope = Envelope.OfEvent(body);
        var normalised = EventNormaliser.Normalise(envelope.Root, IngestRules.Default, Some.Now, Some.Project);

        Assert.InRange(normalised.Context.Length, 500_000, body.Length + (2 * CopyBudget.Bytes));
    }

    private static void AssertStored(string stored, string sent)
    {
        var context = Some.Event($"\"context\":{sent}").ContextText();

        Assert.Equal(stored.Insert(stored.Length - 1, ",\"environment\":\"production\""), context);
    }
}
