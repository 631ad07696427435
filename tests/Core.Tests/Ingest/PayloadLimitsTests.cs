using System.Globalization;
using System.Text;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class PayloadLimitsTests
{
    [Theory]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    public void A_message_is_bounded(int length, bool allowed) =>
        Check($$$"""{"message":"{{{new string('x', length)}}}"}""", allowed, "message_bytes", 65_536, length);

    [Theory]
    [InlineData("\\n", 65_536, 1)]
    [InlineData("\\u00e9", 32_768, 2)]
    [InlineData("é", 32_768, 2)]
    [InlineData("\\ud83d\\ude00", 16_384, 4)]
    [InlineData("\\u0041", 65_536, 1)]
    public void A_string_is_measured_by_the_text_it_means(string sent, int count, int bytes)
    {
        var text = string.Concat(Enumerable.Repeat(sent, count));

        Check($$$"""{"message":"{{{text}}}"}""", allowed: true, "message_bytes", 65_536, 0);
        Check($$$"""{"message":"{{{text}}}{{{sent}}}"}""", allowed: false, "message_bytes", 65_536, 65_536 + bytes);
    }

    [Fact]
    public void Only_the_exact_key_makes_a_message()
    {
        var text = new string('x', 65_537);

        Check($$$"""{"MESSAGE":"{{{text}}}","context":{"message":"{{{text}}}"}}""", allowed: true, "", 0, 0);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void Nesting_is_bounded(int objects, bool allowed)
    {
        var nested = string.Concat(Enumerable.Repeat("""{"a":""", objects)) + "1" + new string('}', objects);

        Check($$$"""{"context":{{{nested}}}}""", allowed, "context_depth", 16, 17);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Keys_are_counted_over_the_whole_envelope(int keys, bool allowed)
    {
        var inContext = string.Join(',', Enumerable.Range(0, keys - 2).Select(index => $"\"k{index}\":1"));

        Check($$$"""{"message":"m","context":{ {{{inContext}}} }}""", allowed, "context_keys", 512, keys);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    [InlineData(5_000, false)]
    public void Each_array_is_bounded(int length, bool allowed) =>
        Check($$$"""{"a":[{{{string.Join(',', Enumerable.Repeat("[1]", length))}}}],"b":[1]}""", allowed, "array_length", 1_000, length);

    [Theory]
    [InlineData(262_144, true)]
    [InlineData(262_145, false)]
    public void Each_string_is_bounded(int length, bool allowed) =>
        Check($$$"""{"a":["{{{new string('x', length)}}}"]}""", allowed, "string_bytes", 262_144, length);

    [Fact]
    public void The_whole_is_bounded_by_its_keys_and_scalars()
    {
        // 4 keys of 1+4, 3 strings of 262,144+4, and what is left of the limit in a fourth.
        var full = new string('x', 262_144);
        var rest = 1_048_576 - (4 * 5) - (3 * 262_148) - 4;

        Check($$$"""{"a":"{{{full}}}","b":"{{{full}}}","c":"{{{full}}}","d":"{{{new string('x', rest)}}}"}""", allowed: true, "", 0, 0);
        Check($$$"""{"a":"{{{full}}}","b":"{{{full}}}","c":"{{{full}}}","d":"{{{new string('x', rest + 1)}}}"}""", allowed: false, "event_bytes", 1_048_576, 1_048_577);
        Check($$$"""{"a":["{{{full}}}","{{{full}}}","{{{full}}}","{{{full}}}"]}""", allowed: false, "event_bytes", 1_048_576, 5 + (4 * 262_148));
    }

    [Theory]
    [InlineData("null", 4)]
    [InlineData("true", 8)]
    [InlineData("false", 9)]
    [InlineData("-12.50", 10)]
    [InlineData("\"\"", 4)]
    [InlineData("[]", 0)]
    [InlineData("{}", 0)]
    public void A_scalar_weighs_its_text_and_four_bytes(string scalar, int weight)
    {
        var full = new string('x', 262_144);
        var rest = 1_048_576 - (5 * 5) - (3 * 262_148) - 4 - weight;
        string Envelope(int length) => $$$"""{"a":"{{{full}}}","b":"{{{full}}}","c":"{{{full}}}","d":"{{{new string('x', length)}}}","e":{{{scalar}}}}""";

        Check(Envelope(rest), allowed: true, "", 0, 0);
        Check(Envelope(rest + 1), allowed: false, "event_bytes", 1_048_576, 1_048_577);
    }

    [Fact]
    public void The_message_is_reported_before_what_stands_before_it()
    {
        var tooDeep = new string('[', 20) + new string(']', 20);

        Check($$$"""{"a":{{{tooDeep}}},"message":"{{{new string('x', 70_000)}}}"}""", allowed: false, "message_bytes", 65_536, 70_000);
    }

    [Fact]
    public void A_long_array_is_reported_before_what_it_holds()
    {
        var tooDeep = new string('[', 20) + new string(']', 20);

        Check($$$"""{"a":[{{{tooDeep}}},{{{string.Join(',', Enumerable.Repeat("{}", 1_500))}}}],"b":[[1],2]}""", allowed: false, "array_length", 1_000, 1_501);
        Check($$$"""{"a":{{{tooDeep}}},"b":[{{{string.Join(',', Enumerable.Repeat("1", 1_500))}}}]}""", allowed: false, "context_depth", 16, 17);
    }

    [Fact]
    public void A_million_brackets_are_too_deep_and_no_stack_overflow()
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"event":{"a":{{{new string('[', 1_000_000)}}}{{{new string(']', 1_000_000)}}}}}""");

        var refused = Assert.Throws<PayloadTooLargeException>(() => Envelope.OfEvent(JsonBody.Repair(body)));

        Assert.Equal("context_depth", refused.Code);
    }

    [Fact]
    public void The_request_limit_has_a_sentence_of_its_own()
    {
        Assert.Equal("telemetry request exceeds 2097152 bytes", new PayloadTooLargeException("request_bytes", PayloadLimits.RequestBytes, actual: null).Message);
        Assert.Equal("telemetry payload message bytes exceeds 65536", new PayloadTooLargeException("message_bytes", PayloadLimits.MessageBytes, actual: 65_537).Message);
    }

    private static void Check(string envelope, bool allowed, string code, long limit, long actual)
    {
        var violation = Record.Exception(() => PayloadLimits.Check(Encoding.UTF8.GetBytes(envelope)));
        if (allowed)
        {
            Assert.Null(violation);
            return;
        }

        var refused = Assert.IsType<PayloadTooLargeException>(violation);
        Assert.Equal((code, limit, actual), (refused.Code, refused.Limit, refused.Actual));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"telemetry payload {code.Replace('_', ' ')} exceeds {limit}"), refused.Message);
    }
}
