using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class LiftedFieldsTests
{
    [Theory]
    [InlineData("environment", "staging")]
    [InlineData("release", "1.0")]
    [InlineData("trace_id", "t")]
    [InlineData("request_id", "r")]
    [InlineData("session_id", "s")]
    [InlineData("user_id", "u")]
    [InlineData("transaction_name", "n")]
    public void The_context_beats_the_envelope(string field, string value)
    {
        var inContext = Some.Event($$$"""  "{{{field}}}":"top","context":{"{{{field}}}":"{{{value}}}"}  """.Trim());
        var beside = Some.Event($$$"""  "{{{field}}}":"{{{value}}}","context":{"{{{field}}}":" "}  """.Trim());

        Assert.Equal(value, Column(inContext, field));
        Assert.Equal(value, Column(beside, field));
        Assert.Equal(value, inContext.ContextJson().GetProperty(field).GetString());
        Assert.Equal(value, beside.ContextJson().GetProperty(field).GetString());
    }

    [Theory]
    [InlineData("traceId", "trace_id")]
    [InlineData("requestId", "request_id")]
    [InlineData("sessionId", "session_id")]
    [InlineData("userId", "user_id")]
    [InlineData("transactionName", "transaction_name")]
    public void Ids_come_in_camel_case_on_both_levels(string sent, string field)
    {
        Assert.Equal("v", Column(Some.Event($"\"{sent}\":\"v\""), field));
        Assert.Equal("v", Column(Some.Event($$$"""  "context":{"{{{sent}}}":"v"}  """.Trim()), field));
    }

    [Theory]
    [InlineData("commitSha", "commit_sha")]
    [InlineData("sha", "commit_sha")]
    [InlineData("repo", "repository")]
    [InlineData("github_repository", "repository")]
    [InlineData("githubRepository", "repository")]
    [InlineData("branch", "branch")]
    [InlineData("monitor_slug", "check_in_slug")]
    [InlineData("mechanism", "error_mechanism")]
    [InlineData("error_mechanism", "error_mechanism")]
    [InlineData("telemetry_schema_version", "telemetry_schema_version")]
    [InlineData("installation_id_hash", "installation_id_hash")]
    public void Other_names_are_lifted_too(string sent, string field)
    {
        var context = Some.Event($"\"{sent}\":\"v\"").ContextJson();

        Assert.Equal("v", context.GetProperty(field).GetString());
        Assert.Equal("v", context.GetProperty(sent).GetString());
    }

    [Fact]
    public void A_blank_first_alias_suppresses_the_later_ones()
    {
        Assert.False(Some.Event("\"commit_sha\":\"\",\"sha\":\"abc\"").ContextJson().GetProperty("commit_sha").GetString() == "abc");
        Assert.Equal("abc", Some.Event("\"commit_sha\":null,\"sha\":\"abc\"").ContextJson().GetProperty("commit_sha").GetString());
    }

    [Theory]
    [InlineData("transaction", "transaction_status")]
    [InlineData("check_in", "check_in_status")]
    public void A_status_is_also_lifted_under_the_name_of_its_type(string type, string name)
    {
        var normalised = Some.Event("\"status\":503", type);

        Assert.Equal("503", normalised.Status);
        Assert.Equal(503, normalised.ContextJson().GetProperty(name).GetInt32());
    }

    private static string? Column(TelemetryEvent value, string field) => field switch
    {
        "environment" => value.Environment,
        "release" => value.Release,
        "trace_id" => value.TraceId,
        "request_id" => value.RequestId,
        "session_id" => value.SessionId,
        "user_id" => value.UserId,
        _ => value.TransactionName,
    };
}
