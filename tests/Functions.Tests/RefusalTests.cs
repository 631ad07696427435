using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Every way a request can be wrong, with the answer that says so.</summary>
public sealed class RefusalTests(Emulator emulator)
{
    public static MatrixTheoryData<string, string> NoEnvelope => new(
        [TestProject.EventsPath, TestProject.CheckInsPath, TestProject.DeploymentsPath],
        [
            "", "   ", "null", "[]", "{}", "true", "5", "\"text\"", "{\"events\":{}}",
            "{\"ROOT\":null}", "{\"ROOT\":{}}", "{\"ROOT\":[]}", "{\"ROOT\":[{}]}", "{\"ROOT\":\"x\"}", "{\"ROOT\":1}",
        ]);

    [Theory]
    [MemberData(nameof(NoEnvelope))]
    public async Task A_body_without_its_envelope_is_told_which_one_is_missing(string path, string body)
    {
        var project = await emulator.App.NewProjectAsync();
        var root = path switch
        {
            TestProject.EventsPath => "event",
            TestProject.CheckInsPath => "check_in",
            _ => "deployment",
        };

        var answer = await project.PostAsync(path, body.Replace("ROOT", root));

        Assert.Equal(400, answer.Status);
        Assert.Equal($$"""{"error":"param is missing or the value is empty or invalid: {{root}}"}""", answer.Body);
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\"event\":", 9)]
    [InlineData("{\"event\":{\"a\":1,}}", 16)]
    [InlineData("{'event':1}", 1)]
    [InlineData("not json", 0)]
    [InlineData("{} {}", 3)]
    public async Task A_body_that_is_not_JSON_is_told_where_it_stops_being_JSON(string body, int position)
    {
        var project = await emulator.App.NewProjectAsync();

        foreach (var path in new[] { TestProject.EventsPath, TestProject.CheckInsPath, TestProject.DeploymentsPath })
        {
            var answer = await project.PostAsync(path, body);

            Assert.Equal(400, answer.Status);
            Assert.Equal($$"""{"error":"The body is not valid JSON near byte {{position}}."}""", answer.Body);
        }
    }

    [Theory]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"foo\":1}}", "Event type is not included in the list", "Message can't be blank")]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"error\"}}", "Message can't be blank")]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"error\",\"message\":\"  \"}}", "Message can't be blank")]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"Error\",\"message\":\"m\"}}", "Event type is not included in the list")]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"x\",\"uuid\":\"x\"}}", "Event type is not included in the list", "Uuid is invalid", "Message can't be blank")]
    [InlineData(TestProject.EventsPath, "{\"event\":{\"event_type\":\"span\"}}", "Trace can't be blank", "Span can't be blank")]
    [InlineData(TestProject.CheckInsPath, "{\"check_in\":{\"status\":\"ok\"}}", "Message can't be blank")]
    [InlineData(TestProject.CheckInsPath, "{\"check_in\":{\"slug\":\" \",\"event_id\":\"x\"}}", "Uuid is invalid", "Message can't be blank")]
    [InlineData(TestProject.DeploymentsPath, "{\"deployment\":{\"branch\":\"main\"}}", "Release can't be blank", "Repository can't be blank", "Commit sha can't be blank")]
    [InlineData(TestProject.DeploymentsPath, "{\"deployment\":{\"release\":\"1\",\"repository\":\"a/b\",\"sha\":\"xyz\"}}", "Commit sha must be a 7 to 40 character commit SHA")]
    public async Task What_cannot_be_stored_is_told_every_reason(string path, string body, params string[] errors)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.PostAsync(path, body);

        Assert.Equal(422, answer.Status);
        Assert.Equal(errors, answer.Json.GetProperty("errors").EnumerateArray().Select(static error => error.GetString()));
        Assert.Equal("errors", Assert.Single(answer.Json.EnumerateObject()).Name);
    }

    [Theory]
    [InlineData("{\"event\":{\"event_type\":\"log\",\"message\":\"\\ud800 alone\"}}")]
    [InlineData("{\"event\":{\"event_type\":\"log\",\"message\":NaN}}")]
    [InlineData("{\"event\":{\"event_type\":\"log\",\"message\":\"m\",\"context\":[1,null]}}")]
    [InlineData("{\"event\":{\"event_type\":\"log\",\"message\":\"m\",\"context\":{\"\":{\"\":null}}}}")]
    [InlineData("{\"event\":{\"event_type\":\"log\",\"message\":\"m\",\"occurred_at\":\"0001-01-01T00:00:00Z\"}}")]
    [InlineData("{\"event\":{\"event_type\":\"error\",\"message\":\"m\",\"occurred_at\":-62135596800}}")]
    [InlineData("{\"event\":{\"event_type\":\"error\",\"message\":\"m\",\"occurred_at\":\"9999-12-31T23:59:59Z\"}}")]
    [InlineData("{\"event\":{\"event_type\":\"metric\",\"message\":\"m\",\"context\":{\"value\":1e999}}}")]
    [InlineData("{\"event\":{\"event_type\":\"transaction\",\"message\":\"m\",\"duration_ms\":1e308}}")]
    [InlineData("{\"event\":{\"event_type\":\"check_in\",\"message\":\"m\",\"expected_interval_seconds\":9223372036854775807,\"grace_seconds\":9223372036854775807}}")]
    [InlineData("{\"event\":{\"event_type\":\"error\",\"message\":\"m\",\"fingerprint\":\"\\u0000/\\\\#?\",\"environment\":\"a\\u0000b\",\"release\":\"\\t\"}}")]
    public async Task What_is_odd_is_either_refused_with_a_reason_or_stored(string body)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await project.PostAsync(TestProject.EventsPath, body);

        Assert.Contains(answer.Status, new[] { 201, 422 });
        if (answer.Status == 201)
        {
            await project.StoredAsync(answer.Json.GetProperty("id").GetString()!);
            Assert.Single(await project.ItemsAsync("events"));
        }
    }

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, br", "gzip, br")]
    [InlineData("COMPRESS", "compress")]
    public async Task An_encoding_we_do_not_know_is_named(string encoding, string named)
    {
        var project = await emulator.App.NewProjectAsync();

        foreach (var path in new[] { TestProject.EventsPath, TestProject.CheckInsPath, TestProject.DeploymentsPath })
        {
            var answer = await PostEncodedAsync(project, path, encoding);

            Assert.Equal(415, answer.Status);
            Assert.Equal($$"""{"error":"unsupported content encoding: {{named}}","code":"unsupported_encoding","message":"Use gzip, br, deflate or none."}""", answer.Body);
        }
    }

    [Theory]
    [InlineData(TestProject.EventsPath, "GET", "POST, OPTIONS")]
    [InlineData(TestProject.EventsPath, "PUT", "POST, OPTIONS")]
    [InlineData(TestProject.EventsPath, "DELETE", "POST, OPTIONS")]
    [InlineData(TestProject.CheckInsPath, "PATCH", "POST, OPTIONS")]
    [InlineData(TestProject.CheckInsPath, "GET", "POST, OPTIONS")]
    [InlineData(TestProject.DeploymentsPath, "GET", "POST")]
    [InlineData("api/v1/cli/projects", "POST", "GET")]
    [InlineData("api/v1/cli/projects/demo/events", "DELETE", "GET")]
    [InlineData("up", "POST", "GET, HEAD")]
    public async Task A_wrong_method_is_told_the_right_one(string path, string method, string allow)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await emulator.App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        Assert.Equal(405, answer.Status);
        Assert.Equal(allow, answer.Headers["Allow"]);
        Assert.Equal($$"""{"error":"Method not allowed","code":"method_not_allowed","message":"Use {{allow}}."}""", answer.Body);
    }

    [Theory]
    [InlineData("api/v1/ingest_events/", "{\"event\":{\"event_type\":\"log\",\"message\":\"m\"}}")]
    [InlineData("api/v1/check_ins/", "{\"check_in\":{\"slug\":\"s\"}}")]
    [InlineData("api/v1/deployments/", "{\"release\":\"1\",\"repository\":\"a/b\",\"sha\":\"1234567\"}")]
    public async Task A_trailing_slash_is_no_other_address_and_no_redirect(string path, string body)
    {
        var project = await emulator.App.NewProjectAsync();

        Assert.Equal(201, (await project.PostAsync(path, body)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api")]
    [InlineData("api/v1/ingest_event")]
    [InlineData("api/v1/cli/projects/demo/nothing")]
    public async Task An_unknown_path_is_not_found_in_JSON(string path)
    {
        using var response = await emulator.App.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        Assert.Equal(404, answer.Status);
        Assert.Equal("not_found", answer.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_app_is_up()
    {
        using var response = await emulator.App.Http.GetAsync("up", TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"status":"ok"}""", answer.Body);
    }

    private static async Task<Answer> PostEncodedAsync(TestProject project, string path, string encoding)
    {
        using var body = new StringContent("{}");
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return await project.PostAsync(path, body);
    }
}
