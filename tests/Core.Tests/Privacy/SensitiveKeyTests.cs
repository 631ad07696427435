using System.Text;
using Logister.Core.Ingest;
using Logister.Core.Privacy;
using Xunit;

namespace Logister.Core.Tests.Privacy;

public sealed class SensitiveKeyTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("PASSWORD")]
    [InlineData("passwd")]
    [InlineData("userPassword2")]
    [InlineData("DB_PASSWORD")]
    [InlineData("PGPASSWORD")]
    [InlineData("password_confirmation")]
    [InlineData("email")]
    [InlineData("E-Mail")]
    [InlineData("userEmail")]
    [InlineData("secret")]
    [InlineData("client_secret")]
    [InlineData("SecretAccessKey")]
    [InlineData("token")]
    [InlineData("accessToken")]
    [InlineData("csrf-token")]
    [InlineData("refresh.token")]
    [InlineData("tokens")]
    [InlineData("token1")]
    [InlineData("apikey")]
    [InlineData("apiKey")]
    [InlineData("api_keys")]
    [InlineData("api_key2")]
    [InlineData("x-api-key")]
    [InlineData("my_key")]
    [InlineData("HTTP_X_API_KEY")]
    [InlineData("private_key")]
    [InlineData("privatekey")]
    [InlineData("Authorization")]
    [InlineData("HTTP_AUTHORIZATION")]
    [InlineData("proxy-authorization")]
    [InlineData("cookie")]
    [InlineData("Cookies")]
    [InlineData("set-cookie")]
    [InlineData("SetCookie")]
    [InlineData("setcookie")]
    [InlineData("crypt")]
    [InlineData("password_salt")]
    [InlineData("certificate")]
    [InlineData("otp")]
    [InlineData("user.ssn")]
    [InlineData("cardCVV")]
    [InlineData("cvc")]
    public void A_key_with_a_sensitive_word_is_sensitive(string key) => Assert.True(Matches(key));

    [Theory]
    [InlineData("key")]
    [InlineData("monkey")]
    [InlineData("keys")]
    [InlineData("primary_keys")]
    [InlineData("hotpath")]
    [InlineData("tokenizer")]
    [InlineData("secretary")]
    [InlineData("salty")]
    [InlineData("mail")]
    [InlineData("class_name")]
    [InlineData("passenger")]
    [InlineData("encryption")]
    [InlineData("keyboard")]
    [InlineData("trace_id")]
    [InlineData("requestId")]
    [InlineData("session_id")]
    [InlineData("span_id")]
    [InlineData("userId")]
    [InlineData("parent_span_id")]
    [InlineData("")]
    [InlineData("___")]
    [InlineData("a_very_long_name_that_goes_on_and_on_and_on_for_a_while")]
    public void A_key_without_one_is_not(string key) => Assert.False(Matches(key));

    [Fact]
    public void A_project_can_allow_email()
    {
        var rules = new RedactionRules { AllowEmail = true };

        Assert.False(Matches("email", rules));
        Assert.False(Matches("e_mail", rules));
        Assert.True(Matches("email_password", rules));
    }

    [Theory]
    [InlineData("customer_number", true)]
    [InlineData("customerNumber", true)]
    [InlineData("OLD-CUSTOMER-NUMBER", true)]
    [InlineData("customer", false)]
    [InlineData("customer_numbers", false)]
    [InlineData("iban", true)]
    [InlineData("iban_count", true)]
    public void A_project_can_add_keys(string key, bool sensitive) =>
        Assert.Equal(sensitive, Matches(key, new RedactionRules { ExtraKeys = ["customerNumber", "IBAN", " "] }));

    [Theory]
    [InlineData("\"text\"", "\"[REDACTED]\"")]
    [InlineData("""{"a":{"b":1}}""", "\"[REDACTED]\"")]
    [InlineData("[1,2]", "\"[REDACTED]\"")]
    [InlineData("12", "12")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    public void Text_and_whole_objects_are_redacted_and_plain_values_are_not(string sent, string stored)
    {
        var context = Some.Event($$$"""  "context":{"a":[{"accessToken":{{{sent}}}}]}  """.Trim()).ContextText();

        Assert.Equal($$$"""{"a":[{"accessToken":{{{stored}}},"access_token":{{{stored}}}}],"environment":"production"}""", context);
    }

    [Fact]
    public void Secrets_are_found_in_every_string_of_an_event()
    {
        const string secret = "Bearer abc123";
        var normalised = Some.Event(
            $$$"""
            "level":"{{{secret}}}","fingerprint":"{{{secret}}}","release":"{{{secret}}}","context":{"{{{secret}}}":"{{{secret}}}","a":["x \u0042earer abc123"]}
            """,
            "error");

        Assert.Equal(("Bearer [REDACTED]", "Bearer [REDACTED]", "Bearer [REDACTED]"), (normalised.Level, normalised.Fingerprint, normalised.Release));
        Assert.Equal("Bearer [REDACTED]", normalised.Error?.Key);
        Assert.DoesNotContain("abc123", normalised.ContextText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_that_are_secrets_become_one() =>
        Assert.Equal(
            """{"Bearer [REDACTED]":1,"environment":"production"}""",
            Some.Event("\"context\":{\"Bearer abc1\":1,\"Bearer abc2\":2}", rules: IngestRules.Default).ContextText());

    private static bool Matches(string key, RedactionRules? rules = null) =>
        SensitiveKey.Matches(Encoding.UTF8.GetBytes(key), rules ?? RedactionRules.Default);
}
