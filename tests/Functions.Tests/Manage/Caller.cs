using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Manage;

/// <summary>Somebody with an access token who calls the management API.</summary>
internal sealed class Caller(TestApp app, string token)
{
    /// <summary>The token of the admin that every local run has.</summary>
    public const string AdminToken = "logister_cli_local";

    private const string Root = "api/v1/manage/";

    /// <summary>The token's id, for those made here.</summary>
    public Guid Id { get; private init; }

    public static Caller AdminOf(TestApp app) => new(app, AdminToken);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("api/", StringComparison.Ordinal) ? path : Root + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> PostAsync(string path, string? json = null) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Posts what must succeed.</summary>
    public Task<JsonElement> DoAsync(string path, string? json = null) => DoAsync(HttpMethod.Post, path, json);

    public async Task<JsonElement> DoAsync(HttpMethod method, string path, string? json = null)
    {
        var answer = await SendAsync(method, path, json);
        Assert.True(answer.Status is 200 or 201, $"{method} {path}: {answer.Status} {answer.Body}");
        return answer.Json;
    }

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Body}");
        return [.. answer.Json.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Somebody with a new token.</summary>
    public async Task<Caller> WithAsync(string role, params Guid[] projects)
    {
        var list = projects.Length == 0 ? "null" : JsonSerializer.Serialize(projects);
        var made = await DoAsync("access_tokens", $$"""{"name":"somebody","role":"{{role}}","projects":{{list}}}""");
        return new Caller(app, made.GetProperty("token").GetString()!) { Id = made.GetProperty("uuid").GetGuid() };
    }

    public static void AssertInvalid(string error, Answer answer)
    {
        Assert.Equal(422, answer.Status);
        Assert.Contains(error, answer.Json.GetProperty("errors").EnumerateArray().Select(static item => item.GetString()));
    }
}
