using Logister.Core.Errors;
using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Errors;

public sealed class ErrorGroupingTests
{
    [Theory]
    [InlineData("Order 1234 failed", "Order <n> failed")]
    [InlineData("took 12.5ms, not 3", "took <n>ms, not <n>")]
    [InlineData("at 10:20:30", "at <n>")]
    [InlineData("user42 of shard7", "user<n> of shard<n>")]
    [InlineData("pointer 0xDEADbeef", "pointer <hex>")]
    [InlineData("commit 4f8c2d1a9b7e", "commit <hex>")]
    [InlineData("a decade of facade deadbeef", "a decade of facade deadbeef")]
    [InlineData("id 0189d1f0-aaaa-bbbb-cccc-0123456789AB gone", "id <uuid> gone")]
    [InlineData("key not found: \"card\"", "key not found: <str>")]
    [InlineData("null (reading 'card')", "null (reading <str>)")]
    [InlineData("can't read Ann's file", "can't read Ann's file")]
    [InlineData("undefined method `charge' for nil", "undefined method <str> for nil")]
    [InlineData("unclosed \"quote 1", "unclosed \"quote <n>")]
    [InlineData("mail to ann@example.com bounced", "mail to <email> bounced")]
    [InlineData("GET https://api.example.com/orders/42/items?page=3 failed", "GET https://api.example.com/orders/<url-id>/items?page=<n> failed")]
    [InlineData("https://h/o/4f8c/x", "https://h/o/<url-id>/x")]
    [InlineData("no such file /var/data/2024/report12.csv", "no such file /var/data/<path>/<path>")]
    [InlineData("no such file /var/data/report.csv", "no such file /var/data/report.csv")]
    [InlineData("\n  first\nsecond", "first")]
    [InlineData("  ", "")]
    [InlineData("Zahl ٣ und ä", "Zahl ٣ und ä")]
    public void Changing_parts_of_a_message_become_placeholders(string message, string template) =>
        Assert.Equal(template, MessageTemplate.OfFirstLine(message));

    [Fact]
    public void Only_the_beginning_of_a_long_line_counts() =>
        Assert.Equal(new string('x', 500), MessageTemplate.OfFirstLine(new string('x', 100_000)));

    [Theory]
    [InlineData("""{"class":"E"}""", "E | m")]
    [InlineData("""{"type":"E"}""", "E | m")]
    [InlineData("""{"class":"","type":"E"}""", "E | m")]
    [InlineData("\"text\"", "m")]
    [InlineData("null", "m")]
    [InlineData("[]", "m")]
    [InlineData("""{"class":"E","frames":[{"function":"f","filename":"/srv/a.js","lineno":1}]}""", "E | m | f")]
    [InlineData("""{"frames":[{"name":"run","filename":"node:internal/x"},{"name":"async f","filename":"/srv/a.js"}]}""", "m | f")]
    [InlineData("""{"frames":[{"name":"g","filename":"/srv/node_modules/g/a.js"},{"name":"f","filename":"/srv/a.js"}]}""", "m | f")]
    [InlineData("""{"frames":[{"name":"g","filename":"/srv/a.js","in_app":false},{"name":"f","filename":"/usr/lib/a","in_app":true}]}""", "m | f")]
    [InlineData("""{"frames":[{"filename":"/srv/a.js"},{"name":"f","filename":"/srv/a.js"}]}""", "m")]
    [InlineData("""{"frames":[{"declaring_type":"System.Linq.Enumerable","name":"First"},{"declaring_type":"Shop.Cart","name":"Pay"}]}""", "m | Shop.Cart.Pay")]
    [InlineData("""{"frames":[{"name":"main","filename":"/srv/app.py"},{"name":"charge","filename":"/srv/app.py"},{"name":"get","filename":"/usr/lib/python3.12/x.py"}]}""", "m | charge")]
    [InlineData("""{"backtrace":["/gems/a.rb:1:in `x'","/srv/app.rb:46:in `rescue in charge'"]}""", "m | charge")]
    [InlineData("""{"backtrace":["/srv/app.rb:46:in 'block (2 levels) in Cart#charge'"]}""", "m | Cart#charge")]
    [InlineData("""{"backtrace":["at file:///srv/a.mjs:30:7"]}""", "m")]
    [InlineData("""{"backtrace":["at charge (file:///srv/a.mjs:27:40)"]}""", "m | charge")]
    [InlineData("""{"stack":"TypeError: m\n    at charge (file:///srv/a.mjs:27:40)\n    at x"}""", "m | charge")]
    [InlineData("""{"stack":"   at System.Int32.Parse(String s)\n   at Shop.Cart.Pay(Order o) in /src/Cart.cs:line 10"}""", "m | Shop.Cart.Pay")]
    [InlineData("""{"stack":"   at Shop.<>c__DisplayClass5_0.<Pay>b__0()"}""", "m | Shop.<>c__DisplayClass<n>_<n>.<Pay>b__<n>")]
    [InlineData("""{"stacktrace":"Traceback (most recent call last):\n  File \"/srv/app.py\", line 3, in main\n  File \"/srv/app.py\", line 9, in charge\nValueError: m"}""", "m | charge")]
    [InlineData("""{"frames":[1,null,[]],"backtrace":[1,{"name":"f"}]}""", "m | f")]
    public void The_key_can_be_read(string exception, string key)
    {
        var error = Some.Event($$$"""  "context":{"exception":{{{exception}}}}  """.Trim(), "error").Error;

        Assert.Equal((ErrorGrouping.FirstMechanism, key), (error?.Mechanism, error?.Key));
    }

    [Fact]
    public void A_fingerprint_decides_alone()
    {
        var error = Some.Event("\"fingerprint\":\" checkout \",\"context\":{\"exception\":{\"class\":\"E\"}}", "error").Error;

        Assert.Equal(new ErrorDetails(ErrorGrouping.FingerprintMechanism, " checkout ", "E"), error);
    }

    [Fact]
    public void Long_fingerprints_stay_apart()
    {
        var first = Some.Event($"\"fingerprint\":\"{new string('x', 5_000)}1\"", "error").Error!.Key;
        var second = Some.Event($"\"fingerprint\":\"{new string('x', 5_000)}2\"", "error").Error!.Key;

        Assert.NotEqual(first, second);
        Assert.Equal(600, first.Length);
    }

    [Fact]
    public void Environment_release_and_level_play_no_part() =>
        Assert.Equal(
            Some.Event("\"environment\":\"a\",\"release\":\"1\",\"level\":\"error\"", "error").Error,
            Some.Event("\"environment\":\"b\",\"release\":\"2\",\"level\":\"fatal\"", "error").Error);

    [Theory]
    [InlineData("log")]
    [InlineData("transaction")]
    public void Only_errors_are_grouped(string type) => Assert.Null(Some.Event("\"fingerprint\":\"x\"", type).Error);
}
