using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class AccessReadTests(ReadApp app) : IClassFixture<ReadApp>
{
    [Fact]
    public async Task A_session_names_token_role_scopes_and_projects()
    {
        var project = await app.ProjectAsync();

        var session = (await SendAsync("api/v1/cli/session", project.Sender.ReadToken)).Json;

        Assert.Equal("viewer", session.GetProperty("role").GetString());
        Assert.Contains("events:read", session.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetString()));
        Assert.DoesNotContain("projects:manage", session.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetString()));
        Assert.Equal(project.Id, session.GetProperty("projects")[0].GetProperty("uuid").GetGuid());
        Assert.False(session.GetProperty("all_projects").GetBoolean());
    }

    [Theory]
    [InlineData("session")]
    [InlineData("projects")]
    public async Task Without_a_token_there_is_no_session(string path)
    {
        var answer = await SendAsync($"api/v1/cli/{path}", token: null);

        Assert.Equal(401, answer.Status);
        Assert.Equal("unauthorized", answer.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Capabilities_are_public_and_admit_what_is_missing()
    {
        var answer = await SendAsync("api/v1/cli/capabilities", token: null);

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("capabilities").GetProperty("traces").GetBoolean());
        Assert.False(answer.Json.GetProperty("capabilities").GetProperty("device_authorization").GetBoolean());
    }

    [Theory]
    [InlineData("events")]
    [InlineData("traces")]
    [InlineData("traces/t")]
    [InlineData("summary")]
    [InlineData("insights")]
    [InlineData("metrics/catalog")]
    [InlineData("deployments")]
    public async Task Another_projects_data_is_not_there(string path)
    {
        var mine = await app.ProjectAsync();
        var theirs = await app.ProjectAsync();
        await theirs.StoreAsync("""{"event_type":"span","trace_id":"t","span_id":"s"}""");

        var answer = await SendAsync($"api/v1/cli/projects/{theirs.Id}/{path}", mine.Sender.ReadToken);

        Assert.Equal(404, answer.Status);
        Assert.Equal("not_found", answer.Json.GetProperty("code").GetString());
    }

    private async Task<Answer> SendAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var response = await app.App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
