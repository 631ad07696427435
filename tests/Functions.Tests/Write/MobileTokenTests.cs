using Logister.Core.Projects;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>Short-lived tokens for apps in their users' hands: how they are made and what they may send.</summary>
public sealed class MobileTokenTests(Emulator emulator)
{
    private const string App = "\"platform\":\"android\",\"service\":\"com.example.app\",\"environment\":\"production\"";

    public static TheoryData<string, string[]> InvalidRequests => new()
    {
        { "\"x\":1", ["Platform is not included in the list", "Service can't be blank", "Environment can't be blank"] },
        { "\"platform\":\"windows\",\"service\":\"s\",\"environment\":\"e\"", ["Platform is not included in the list"] },
        { App + ",\"expires_in_seconds\":10", ["Expires at must be at least 60 seconds from now"] },
        { App + ",\"expires_in_seconds\":\"soon\"", ["Expires at must be at least 60 seconds from now"] },
        { App + ",\"expiresInSeconds\":3700", ["Expires at must be within 3600 seconds"] },
        { App + ",\"allowed_event_types\":[\"error\",\"deployment\",\"x\"]", ["Allowed event types contains unsupported values: deployment, x"] },
    };

    [Theory]
    [MemberData(nameof(InvalidRequests))]
    public async Task A_token_that_cannot_be_made_is_refused_with_every_reason(string fields, string[] errors)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.PostAsync(Sender.MobileTokensPath, Wrap(fields));

        Assert.Equal(422, answer.Status);
        Assert.Equal(errors, answer.Json.GetProperty("errors").EnumerateArray().Select(static error => error.GetString()!));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"mobile_ingest_token\":{}}")]
    [InlineData("{\"mobile_ingest_token\":null}")]
    [InlineData("{\"platform\":\"ios\"}")]
    public async Task A_request_that_asks_for_no_token_is_told_so(string body)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.PostAsync(Sender.MobileTokensPath, body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("""{"error":"param is missing or the value is empty or invalid: mobile_ingest_token"}""", answer.Body);
    }

    [Theory]
    [InlineData("mobile_ingest_token")]
    [InlineData("MOBILE_INGEST_TOKEN")]
    public async Task A_token_is_shown_once_with_what_it_is_bound_to(string root)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.PostAsync(
            Sender.MobileTokensPath, "{\"" + root + "\":{\"platform\":\" iOS \",\"service\":\"s\",\"environment\":\"e\",\"release\":\"1\",\"allowed_event_types\":[\"checkIn\",\"check_in\"]}}");

        Assert.Equal(201, answer.Status);
        var made = answer.Json;
        Assert.Matches("^logister_mobile_[0-9a-f]{64}$", made.GetProperty("token").GetString());
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}Z$", made.GetProperty("expires_at").GetString());
        Assert.Equal("ios", made.GetProperty("platform").GetString());
        Assert.Equal("1", made.GetProperty("release").GetString());
        Assert.False(made.TryGetProperty("session_id", out _));
        Assert.Equal("check_in", Assert.Single(made.GetProperty("allowed_event_types").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_an_app_sends_is_stored_with_the_values_its_token_is_bound_to()
    {
        var project = await emulator.App.NewProjectAsync();
        var token = await MintAsync(project, App + ",\"release\":\"2.0\"");

        var answer = await emulator.App.PostAsync(
            TestProject.EventsPath, token, """{"event":{"event_type":"log","message":"m","context":{"environment":"","service":"com.example.app","other":1}}}""");

        Assert.Equal(201, answer.Status);
        var stored = await project.StoredAsync(answer.Json.GetProperty("id").GetString()!);
        Assert.Equal("production", stored.GetProperty("environment").GetString());
        Assert.Equal("2.0", stored.GetProperty("release").GetString());
        Assert.Equal("android", stored.GetProperty("context").GetProperty("platform").GetString());
        Assert.Equal("com.example.app", stored.GetProperty("context").GetProperty("service").GetString());
        Assert.Equal(1, stored.GetProperty("context").GetProperty("other").GetInt32());
    }

    [Fact]
    public async Task An_app_that_claims_to_be_another_is_told_every_contradiction_in_order()
    {
        var project = await emulator.App.NewProjectAsync();
        var token = await MintAsync(project, App + ",\"session_id\":\"s1\"");
        const string Envelope = """{"event_type":"log","message":"m","uuid":"00000000-0000-4000-8000-000000000001","environment":"staging","context":{"service":"com.attacker.app","sessionId":5}}""";
        string[] errors =
        [
            "service must match the mobile ingest token binding (got \"com.attacker.app\", expected \"com.example.app\")",
            "environment must match the mobile ingest token binding (got \"staging\", expected \"production\")",
            "session_id must match the mobile ingest token binding (got \"5\", expected \"s1\")",
        ];

        var single = await emulator.App.PostAsync(TestProject.EventsPath, token, "{\"event\":" + Envelope + "}");
        var batch = await emulator.App.PostBatchAsync(token, "{\"event\":" + Envelope + "}");

        foreach (var answer in new[] { single, batch })
        {
            Assert.Equal(422, answer.Status);
            Assert.Equal(errors, answer.Json.GetProperty("errors").EnumerateArray().Select(static error => error.GetString()!));
        }
    }

    [Theory]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"log\",\"message\":\"m\"}}", 403)]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"message\":\"m\"}}", 403)]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"error\"}}", 422)]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"error\",\"message\":\"m\"}}", 201)]
    [InlineData(TestProject.CheckInsPath, Sender.SomeCheckIn, 403)]
    public async Task A_token_sends_its_types_only(string path, string body, int status)
    {
        var project = await emulator.App.NewProjectAsync();
        var token = await MintAsync(project, App + ",\"allowed_event_types\":[\"error\"]");

        var answer = await emulator.App.PostAsync(path, token, body);

        Assert.Equal(status, answer.Status);
        if (status == 403)
        {
            Assert.Equal("""{"error":"Mobile ingest token cannot send this event type"}""", answer.Body);
        }
    }

    [Fact]
    public async Task A_check_in_of_an_app_is_in_the_environment_of_its_token()
    {
        var project = await emulator.App.NewProjectAsync();
        var token = await MintAsync(project, "\"platform\":\"ios\",\"service\":\"s\",\"environment\":\"beta\"");

        var answer = await emulator.App.PostAsync(TestProject.CheckInsPath, token, Sender.SomeCheckIn);

        Assert.Equal(201, answer.Status);
        Assert.Equal("beta", (await project.ItemsAsync("monitors", count: 1))[0].GetProperty("environment").GetString());
    }

    [Fact]
    public async Task A_token_is_for_telemetry_only_and_ends_with_its_time_or_its_parent()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time, Stores = false });
        var project = await app.NewProjectAsync();
        var token = await MintAsync(project, App + ",\"expires_in_seconds\":60");
        const string Deployment = """{"deployment":{"release":"1"}}""";

        Assert.Equal((201, 403, 403), await Statuses());
        Assert.Equal("""{"error":"Forbidden"}""", (await app.PostAsync(TestProject.DeploymentsPath, token, Deployment)).Body);

        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((401, 401, 403), await Statuses());

        var later = await MintAsync(project, App);
        var registry = app.Services.GetRequiredService<Registry>();
        await registry.PutAsync(
            new ProjectToken
            {
                Id = Guid.NewGuid(),
                Digest = Registry.Digest(project.WriteToken),
                ProjectId = project.Id,
                Name = "test",
                RevokedAt = time.GetUtcNow(),
            },
            TestContext.Current.CancellationToken);
        token = later;
        Assert.Equal((401, 401, 403), await Statuses());

        async Task<(int, int, int)> Statuses() => (
            (await app.PostAsync(TestProject.EventsPath, token, Sender.SomeEvent)).Status,
            (await app.PostAsync(TestProject.DeploymentsPath, token, Deployment)).Status,
            (await app.PostAsync(Sender.MobileTokensPath, token, Wrap(App))).Status);
    }

    private static string Wrap(string fields) => "{\"mobile_ingest_token\":{" + fields + "}}";

    private static async Task<string> MintAsync(TestProject project, string fields)
    {
        var answer = await project.PostAsync(Sender.MobileTokensPath, Wrap(fields));
        Assert.Equal(201, answer.Status);
        return answer.Json.GetProperty("token").GetString()!;
    }
}
