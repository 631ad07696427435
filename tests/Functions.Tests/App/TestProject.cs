using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Logister.Core.Projects;
using Xunit;

namespace Logister.Functions.Tests.App;

/// <summary>A project of one test, as its senders and its readers see it.</summary>
internal sealed class TestProject(TestApp app, Guid id)
{
    public const string EventsPath = "api/v1/ingest_events";
    public const string CheckInsPath = "api/v1/check_ins";
    public const string DeploymentsPath = "api/v1/deployments";

    public Guid Id { get; } = id;

    public string WriteToken { get; } = $"logister_{id:N}";

    public string ReadToken { get; } = $"logister_cli_{id:N}";

    /// <summary>The same project as another app shows it.</summary>
    public TestProject At(TestApp other) => new(other, Id);

    public Project Record(DateTimeOffset now) =>
        new() { Id = Id, Name = $"Project {Id:N}", Slug = $"project-{Id:N}", CreatedAt = now, UpdatedAt = now };

    /// <summary>Sends a body with the project's write token.</summary>
    public async Task<Answer> PostAsync(string path, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", WriteToken);
        return await SendAsync(request);
    }

    public async Task<Answer> PostAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await PostAsync(path, body);
    }

    /// <summary>Sends an event that must be accepted.</summary>
    /// <returns>Its id.</returns>
    public Task<string> SendEventAsync(string fields) => AcceptedAsync(EventsPath, "{\"event\":{" + fields + "}}");

    /// <summary>Sends a check-in that must be accepted.</summary>
    /// <returns>Its id.</returns>
    public Task<string> CheckInAsync(string fields) => AcceptedAsync(CheckInsPath, "{\"check_in\":{" + fields + "}}");

    /// <summary>Reads a path below the project with its read token.</summary>
    public async Task<Answer> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/cli/projects/{Id}/{path}".TrimEnd('/'));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ReadToken);
        return await SendAsync(request);
    }

    public async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Body}");
        return answer.Json;
    }

    /// <summary>The items of a list, once there are this many of them.</summary>
    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path, int count)
    {
        IReadOnlyList<JsonElement> items = [];
        await Eventually.TrueAsync(async () => (items = await ItemsAsync(path)).Count >= count, () => $"{path}: {items.Count} of {count}");
        Assert.Equal(count, items.Count);
        return items;
    }

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path) =>
        [.. (await ReadAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>An event by its id, once it is stored.</summary>
    public async Task<JsonElement> StoredAsync(string eventId)
    {
        JsonElement found = default;
        await Eventually.TrueAsync(
            async () =>
            {
                var answer = await GetAsync($"events/{eventId}");
                Assert.True(answer.Status is 200 or 404, answer.Body);
                found = answer.Status == 200 ? answer.Json : default;
                return answer.Status == 200;
            },
            () => $"event {eventId}");
        return found;
    }

    private async Task<string> AcceptedAsync(string path, string json)
    {
        var answer = await PostAsync(path, json);
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Body}");
        return answer.Json.GetProperty("id").GetString()!;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
