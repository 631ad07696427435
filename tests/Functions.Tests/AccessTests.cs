using Logister.Core.Projects;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Who may write and who may read what.</summary>
public sealed class AccessTests(Emulator emulator)
{
    private const string Log = """{"event":{"event_type":"log","message":"m"}}""";
    private const string WriteRefusal = """{"error":"Unauthorized"}""";

    [Theory]
    [InlineData(null, null)]
    [InlineData("Bearer", null)]
    [InlineData("Bearer ", null)]
    [InlineData("Bearer wrong", null)]
    [InlineData("Bearer TOKENx", null)]
    [InlineData("BearerTOKEN", null)]
    [InlineData("bearer wrong", "TOKEN")]
    [InlineData("Bearer", "TOKEN")]
    [InlineData(null, "wrong")]
    [InlineData("Basic TOKEN", null)]
    public async Task Without_a_project_token_nothing_is_accepted(string? authorization, string? apiKey)
    {
        var project = await emulator.App.NewProjectAsync();

        foreach (var path in new[] { TestProject.EventsPath, TestProject.CheckInsPath, TestProject.DeploymentsPath })
        {
            var answer = await PostAsync(path, authorization?.Replace("TOKEN", project.WriteToken), apiKey?.Replace("TOKEN", project.WriteToken), Log);

            Assert.Equal(401, answer.Status);
            Assert.Equal(WriteRefusal, answer.Body);
        }

        Assert.Empty(await project.ItemsAsync("events"));
    }

    [Theory]
    [InlineData("Bearer TOKEN", null)]
    [InlineData("bearer TOKEN", null)]
    [InlineData("BEARER   TOKEN  ", null)]
    [InlineData(null, "TOKEN")]
    [InlineData(null, "  TOKEN ")]
    [InlineData("Basic dXNlcjpwYXNz", "TOKEN")]
    public async Task A_project_token_is_taken_in_every_way_clients_send_it(string? authorization, string? apiKey)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await PostAsync(TestProject.EventsPath, authorization?.Replace("TOKEN", project.WriteToken), apiKey?.Replace("TOKEN", project.WriteToken), Log);

        Assert.Equal(201, answer.Status);
        await project.ItemsAsync("events", count: 1);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_before_the_body_is_looked_at()
    {
        Assert.Equal(401, (await PostAsync(TestProject.EventsPath, "Bearer wrong", null, "{ not json")).Status);
    }

    [Fact]
    public async Task A_write_token_does_not_read_and_an_access_token_does_not_write()
    {
        var project = await emulator.App.NewProjectAsync();

        Assert.Equal(401, (await GetAsync($"api/v1/cli/projects/{project.Id}/events", project.WriteToken)).Status);
        Assert.Equal(401, (await PostAsync(TestProject.EventsPath, $"Bearer {project.ReadToken}", null, Log)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/events")]
    [InlineData("/events/0190a000-0000-7000-8000-000000000000")]
    [InlineData("/error_groups")]
    [InlineData("/error_groups/0190a000-0000-7000-8000-000000000000")]
    [InlineData("/monitors")]
    [InlineData("/monitors/0190a000-0000-7000-8000-000000000000")]
    [InlineData("/deployments")]
    public async Task Reading_takes_a_token_and_a_project_it_opens_and_one_it_does_not_open_is_not_there(string path)
    {
        var mine = await emulator.App.NewProjectAsync();
        var other = await emulator.App.NewProjectAsync();

        var none = await GetAsync($"api/v1/cli/projects/{mine.Id}{path}", token: null);
        var wrong = await GetAsync($"api/v1/cli/projects/{mine.Id}{path}", "logister_cli_wrong");
        var foreign = await GetAsync($"api/v1/cli/projects/{other.Id}{path}", mine.ReadToken);
        var foreignSlug = await GetAsync($"api/v1/cli/projects/project-{other.Id:N}{path}", mine.ReadToken);
        var missing = await GetAsync($"api/v1/cli/projects/{Guid.NewGuid()}{path}", mine.ReadToken);

        Assert.Equal([401, 401], [none.Status, wrong.Status]);
        Assert.Equal("unauthorized", none.Json.GetProperty("code").GetString());
        Assert.Equal([404, 404, 404], [foreign.Status, foreignSlug.Status, missing.Status]);
        Assert.Equal(missing.Body, foreign.Body);
    }

    [Fact]
    public async Task What_is_one_projects_is_not_found_under_another_that_the_same_token_opens()
    {
        var mine = await emulator.App.NewProjectAsync();
        var other = await emulator.App.NewProjectAsync();
        var token = await AllProjectsTokenAsync();
        var clients = Guid.NewGuid().ToString();
        var ours = await mine.SendEventAsync("\"event_type\":\"error\",\"message\":\"boom\"");
        await mine.SendEventAsync($"\"event_type\":\"log\",\"message\":\"m\",\"uuid\":\"{clients}\"");
        await mine.CheckInAsync("\"slug\":\"job\"");
        await mine.ItemsAsync("events", count: 3);
        var group = (await mine.ItemsAsync("error_groups"))[0].GetProperty("uuid").GetString();
        var monitor = (await mine.ItemsAsync("monitors"))[0].GetProperty("uuid").GetString();

        foreach (var path in new[] { $"events/{ours}", $"events/{clients}", $"error_groups/{group}", $"monitors/{monitor}" })
        {
            Assert.Equal(200, (await GetAsync($"api/v1/cli/projects/{mine.Id}/{path}", token)).Status);
            Assert.Equal(404, (await GetAsync($"api/v1/cli/projects/{other.Id}/{path}", token)).Status);
        }

        Assert.Empty(await other.ItemsAsync("events"));
        Assert.Empty(await other.ItemsAsync("error_groups?status=all"));
        Assert.Empty(await other.ItemsAsync("monitors"));
    }

    [Fact]
    public async Task A_token_lists_the_projects_it_opens_and_shows_them_by_id_and_by_slug()
    {
        var mine = await emulator.App.NewProjectAsync();
        await emulator.App.NewProjectAsync();

        var list = await GetAsync("api/v1/cli/projects", mine.ReadToken);
        var byId = await GetAsync($"api/v1/cli/projects/{mine.Id}", mine.ReadToken);
        var bySlug = await GetAsync($"api/v1/cli/projects/project-{mine.Id:N}", mine.ReadToken);

        Assert.Equal(mine.Id.ToString(), Assert.Single(list.Json.GetProperty("items").EnumerateArray()).GetProperty("uuid").GetString());
        Assert.Equal(mine.Id.ToString(), byId.Json.GetProperty("uuid").GetString());
        Assert.Equal(byId.Body, bySlug.Body);
    }

    [Fact]
    public async Task The_same_client_uuid_in_two_projects_is_two_events()
    {
        var one = await emulator.App.NewProjectAsync();
        var two = await emulator.App.NewProjectAsync();
        var uuid = Guid.NewGuid();

        await one.SendEventAsync($"\"event_type\":\"log\",\"message\":\"of one\",\"uuid\":\"{uuid}\"");
        await two.SendEventAsync($"\"event_type\":\"log\",\"message\":\"of two\",\"uuid\":\"{uuid}\"");

        Assert.Equal("of one", (await one.StoredAsync(uuid.ToString())).GetProperty("message").GetString());
        Assert.Equal("of two", (await two.StoredAsync(uuid.ToString())).GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_archived_projects_token_and_revoked_and_expired_ones_open_nothing()
    {
        var project = await emulator.App.NewProjectAsync();
        var registry = emulator.App.Services.GetRequiredService<Registry>();
        var now = TimeProvider.System.GetUtcNow();
        var cancellation = TestContext.Current.CancellationToken;
        await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"m\"");

        await registry.PutAsync(project.Record(now) with { ArchivedAt = now }, cancellation);
        Assert.Equal(401, (await project.PostAsync(TestProject.EventsPath, Log)).Status);

        await registry.PutAsync(project.Record(now), cancellation);
        Assert.Equal(201, (await project.PostAsync(TestProject.EventsPath, Log)).Status);

        await registry.PutAsync(
            new ProjectToken { Id = Guid.NewGuid(), Digest = Registry.Digest(project.WriteToken), ProjectId = project.Id, Name = "test", RevokedAt = now }, cancellation);
        Assert.Equal(401, (await project.PostAsync(TestProject.EventsPath, Log)).Status);

        await registry.PutAsync(
            new AccessToken { Id = Guid.NewGuid(), Digest = Registry.Digest(project.ReadToken), Name = "test", ExpiresAt = now.AddSeconds(-1) }, cancellation);
        Assert.Equal(401, (await project.GetAsync("events")).Status);
    }

    private async Task<string> AllProjectsTokenAsync()
    {
        var token = $"logister_cli_{Guid.NewGuid():N}";
        await emulator.App.Services.GetRequiredService<Registry>().PutAsync(
            new AccessToken { Id = Guid.NewGuid(), Digest = Registry.Digest(token), Name = "all" }, TestContext.Current.CancellationToken);
        return token;
    }

    private async Task<Answer> PostAsync(string path, string? authorization, string? apiKey, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (apiKey is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Api-Key", apiKey);
        }

        using var response = await emulator.App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    private async Task<Answer> GetAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using var response = await emulator.App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
