using Logister.Core.Privacy;
using Xunit;

namespace Logister.Core.Tests.Privacy;

public sealed class RedactorTests
{
    private const string Hex48 = "0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("logister_" + Hex48, "[REDACTED]")]
    [InlineData("key=logister_" + Hex48 + ";", "key=[REDACTED];")]
    [InlineData("logister_cli_" + Hex48 + "0123456789abcdef", "[REDACTED]")]
    [InlineData("logister_mobile_" + Hex48 + "0123456789abcdef", "[REDACTED]")]
    [InlineData("logister_local", "[REDACTED]")]
    [InlineData("'logister_cli_local'", "'[REDACTED]'")]
    [InlineData("logister_0123456789abcdef cut short", "[REDACTED] cut short")]
    [InlineData("Bearer abc.def-ghi_123", "Bearer [REDACTED]")]
    [InlineData("authorization: bearer\t  abc123, next", "authorization: bearer\t  [REDACTED], next")]
    [InlineData("BEARER supersecret", "BEARER [REDACTED]")]
    [InlineData("Bearer s3cr3t.", "Bearer [REDACTED].")]
    [InlineData("Basic dXNlcjpwYXNz", "Basic [REDACTED]")]
    [InlineData("Basic YWJj", "Basic [REDACTED]")]
    [InlineData("basic dTpw==", "basic [REDACTED]")]
    [InlineData("postgres://app:s3cret@db:5432/x", "postgres://[REDACTED]@db:5432/x")]
    [InlineData("amqp://u:p@h and https://u2:p2@h2/?q=1", "amqp://[REDACTED]@h and https://[REDACTED]@h2/?q=1")]
    [InlineData("redis://:pw@h", "redis://[REDACTED]@h")]
    [InlineData("https://u:p@ss@h/x", "https://[REDACTED]@h/x")]
    [InlineData("https://u:pa/ss@h/x", "https://[REDACTED]@h/x")]
    [InlineData("Bearer logister_local Bearer abc1", "Bearer [REDACTED] Bearer [REDACTED]")]
    public void A_secret_is_replaced_and_nothing_else(string text, string redacted)
    {
        Assert.Equal(redacted, Redactor.Redact(text));
        Assert.Same(redacted, Redactor.Redact(redacted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("The bearer token is missing")]
    [InlineData("Bearer authentication required")]
    [InlineData("a bearer of bad news")]
    [InlineData("basic usage")]
    [InlineData("Basic first-aid kit")]
    [InlineData("Basic authentication failed")]
    [InlineData("Visual Basic 6")]
    [InlineData("forebearer abc123")]
    [InlineData("Bearer")]
    [InlineData("Basic ")]
    [InlineData("https://example.com:8080/a@b?x=y:z@w")]
    [InlineData("https://example.com/path:with@signs")]
    [InlineData("https://user@example.com/")]
    [InlineData("http://[::1]:80/a@b")]
    [InlineData("file:///srv/app/x.mjs:27:40")]
    [InlineData("://a:b@c")]
    [InlineData("logister_client and logister_localhost")]
    [InlineData("logister_0123")]
    [InlineData("trace-1 00f067aa0ba902b7 user:42")]
    public void Harmless_text_is_the_same_instance(string text) => Assert.Same(text, Redactor.Redact(text));

    // Long enough that anything quadratic would hold up the whole run.
    [Theory]
    [InlineData("x://y:z")]
    [InlineData("Bearer ")]
    [InlineData("logister_")]
    [InlineData("basic\tbasic ")]
    [InlineData("a://")]
    [InlineData(":@://")]
    [InlineData("________")]
    public void Hostile_text_never_grows(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));

        Assert.InRange(Redactor.Redact(text).Length, 0, text.Length + Redactor.Mark.Length);
    }

    [Theory]
    [InlineData("plain text without any", false)]
    [InlineData("snake_case and a:colon", false)]
    [InlineData("line\\nline \\\"quoted\\\"", false)]
    [InlineData("back\\\\uslash", false)]
    [InlineData("Bearer x", true)]
    [InlineData("bearer\\tx", true)]
    [InlineData("logister_x", true)]
    [InlineData("http://x", true)]
    [InlineData("http:\\/\\/x", true)]
    [InlineData("\\u0042earer x", true)]
    public void The_cheap_look_lets_no_secret_pass(string json, bool mayHold) =>
        Assert.Equal(mayHold, Redactor.MayHoldSecret(System.Text.Encoding.UTF8.GetBytes(json)));
}
