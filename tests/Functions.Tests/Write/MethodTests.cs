using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>Methods, slashes and pages of other origins.</summary>
public sealed class MethodTests(Emulator emulator)
{
    [Theory]
    [InlineData(TestProject.EventsPath)]
    [InlineData(TestProject.CheckInsPath)]
    [InlineData(Sender.BatchPath)]
    public async Task A14_pages_of_any_origin_may_send_telemetry(string path)
    {
        var preflight = await emulator.App.SendAsync(HttpMethod.Options, path, token: null, body: null, ("Origin", "https://shop.example"), ("Access-Control-Request-Method", "POST"));
        var refused = await emulator.App.SendAsync(HttpMethod.Post, path, "wrong", body: null, ("Origin", "https://shop.example"));

        Assert.Equal(204, preflight.Status);
        Assert.Equal("*", preflight.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("POST", preflight.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal("authorization, content-type, x-api-key, content-encoding, x-logister-batch-id", preflight.Headers["Access-Control-Allow-Headers"]);
        Assert.DoesNotContain("Access-Control-Allow-Credentials", preflight.Headers.Keys);
        Assert.Equal(401, refused.Status);
        Assert.Equal("*", refused.Headers["Access-Control-Allow-Origin"]);
    }

    [Theory]
    [InlineData("OPTIONS", TestProject.DeploymentsPath, "POST")]
    [InlineData("OPTIONS", Sender.MobileTokensPath, "POST")]
    [InlineData("OPTIONS", "api/v1/receipts/x", "GET")]
    [InlineData("OPTIONS", "api/v1/cli/projects", "GET")]
    [InlineData("POST", "api/v1/receipts/x", "GET")]
    [InlineData("GET", TestProject.EventsPath, "POST, OPTIONS")]
    [InlineData("PUT", TestProject.CheckInsPath, "POST, OPTIONS")]
    [InlineData("DELETE", Sender.BatchPath, "POST, OPTIONS")]
    [InlineData("PATCH", Sender.MobileTokensPath, "POST")]
    public async Task A15_a_wrong_method_is_told_the_right_ones(string method, string path, string allow)
    {
        var answer = await emulator.App.SendAsync(new HttpMethod(method), path, token: null);

        Assert.Equal(405, answer.Status);
        Assert.Equal(allow, answer.Headers["Allow"]);
        Assert.Equal("method_not_allowed", answer.Json.GetProperty("code").GetString());
        Assert.Equal(allow.Contains("OPTIONS", StringComparison.Ordinal), answer.Headers.ContainsKey("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(TestProject.EventsPath, Sender.SomeEvent)]
    [InlineData(TestProject.CheckInsPath, Sender.SomeCheckIn)]
    public async Task A15_a_trailing_slash_is_tolerated(string path, string body)
    {
        var project = await emulator.App.NewProjectAsync();

        Assert.Equal(201, (await project.PostAsync(path + "/", body)).Status);
    }
}
