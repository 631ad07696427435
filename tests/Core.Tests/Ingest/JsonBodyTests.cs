using System.Text;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":"NaN"}""")]
    [InlineData("""{"a":"-Infinity, \"NaN\""}""")]
    [InlineData("""{"a":"\ud83d\ude00"}""")]
    [InlineData("""{"a":"\\ud800"}""")]
    [InlineData("")]
    public void A_body_without_faults_is_not_copied(string json)
    {
        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes(json);

        Assert.True(body.Equals(JsonBody.Repair(body)));
    }

    [Theory]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("""{"a":NaN}""", """{"a":null}""")]
    [InlineData("""[NaN,Infinity,-Infinity,"NaN"]""", """[null,null,null,"NaN"]""")]
    [InlineData("""{"a\"":"\\","b":NaN}""", """{"a\"":"\\","b":null}""")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\ufffd"}""")]
    [InlineData("""{"a":"\uDC00x"}""", """{"a":"\ufffdx"}""")]
    [InlineData("""{"a":"\ud800\ud83d\ude00"}""", """{"a":"\ufffd\ud83d\ude00"}""")]
    [InlineData("""{"\ud800":NaN}""", """{"\ufffd":null}""")]
    public void A_fault_is_repaired(string json, string repaired) =>
        Assert.Equal(repaired, Encoding.UTF8.GetString(JsonBody.Repair(Encoding.UTF8.GetBytes(json)).Span));

    [Fact]
    public void Bytes_that_are_no_utf8_become_replacement_characters()
    {
        byte[] body = [.. "{\"a\":\""u8, 0xff, 0xc3, .. "\"}"u8];

        Assert.Equal("{\"a\":\"\ufffd\ufffd\"}", Encoding.UTF8.GetString(JsonBody.Repair(body).Span));
    }

    [Theory]
    [InlineData("\"NaN")]
    [InlineData("\"\\")]
    [InlineData("\"\\ud800")]
    [InlineData("\"\\ud8")]
    [InlineData("N")]
    [InlineData("-Infinit")]
    public void A_body_that_is_cut_short_is_left_for_the_parser_to_refuse(string json) =>
        Assert.Throws<MalformedJsonException>(() => Envelope.OfEvent(JsonBody.Repair(Encoding.UTF8.GetBytes(json))));
}
