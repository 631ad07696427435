using Logister.Functions.Tests.App;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Manage;

/// <summary>Making, listing, renaming and revoking project tokens.</summary>
public sealed class ProjectTokenTests(Emulator emulator)
{
    private const string Log = """{"event":{"event_type":"log","message":"m"}}""";

    private readonly Caller _admin = Caller.AdminOf(emulator.App);

    [Fact]
    public async Task A_token_is_shown_once_works_until_it_is_revoked_and_can_be_renamed()
    {
        var project = await emulator.App.NewProjectAsync();
        var tokens = $"projects/{project.Id}/tokens";

        var made = await _admin.DoAsync(tokens, """{"name":" web "}""");
        var plain = made.GetProperty("token").GetString()!;
        var path = $"{tokens}/{made.GetProperty("uuid").GetGuid()}";
        Assert.Matches("^logister_[0-9a-f]{48}$", plain);
        Assert.Equal("web", made.GetProperty("name").GetString());

        var list = await _admin.GetAsync(tokens);
        Assert.DoesNotContain(plain, list.Body, StringComparison.Ordinal);
        Assert.Equal(2, list.Json.GetProperty("items").GetArrayLength());
        Assert.Equal("shop", (await _admin.DoAsync(HttpMethod.Patch, path, """{"name":"shop"}""")).GetProperty("name").GetString());

        var sender = new Caller(emulator.App, plain);
        Assert.Equal(201, (await sender.PostAsync(TestProject.EventsPath, Log)).Status);
        var revoked = await _admin.DoAsync($"{path}/revoke");
        Assert.Equal(401, (await sender.PostAsync(TestProject.EventsPath, Log)).Status);
        Assert.Equal(revoked.GetProperty("revoked_at").GetString(), (await _admin.DoAsync($"{path}/revoke")).GetProperty("revoked_at").GetString());
    }

    [Fact]
    public async Task A_token_shows_when_something_it_sent_was_last_accepted()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time });
        var project = await app.NewProjectAsync();
        var admin = Caller.AdminOf(app);
        async Task<DateTimeOffset?> UsedAsync() =>
            Assert.Single(await admin.ItemsAsync($"projects/{project.Id}/tokens")).TryGetProperty("last_used_at", out var at) ? at.GetDateTimeOffset() : null;

        Assert.Equal(400, (await project.PostAsync(TestProject.EventsPath, "{")).Status);
        Assert.Null(await UsedAsync());

        time.Advance(TimeSpan.FromHours(1));
        await project.PostAsync(TestProject.EventsPath, Log);
        await Eventually.TrueAsync(async () => await UsedAsync() == time.GetUtcNow(), () => "the use to be noted");
    }

    [Fact]
    public async Task Another_projects_token_is_not_found()
    {
        var (own, other) = (await emulator.App.NewProjectAsync(), await emulator.App.NewProjectAsync());
        var foreign = (await _admin.ItemsAsync($"projects/{other.Id}/tokens"))[0].GetProperty("uuid").GetGuid();

        Assert.Equal(404, (await _admin.PostAsync($"projects/{own.Id}/tokens/{foreign}/revoke")).Status);
        Assert.Equal(404, (await _admin.SendAsync(HttpMethod.Patch, $"projects/{own.Id}/tokens/{foreign}", """{"name":"n"}""")).Status);
        Assert.Equal(404, (await _admin.PostAsync($"projects/{own.Id}/tokens/no-uuid/revoke")).Status);
        Assert.Equal(201, (await other.PostAsync(TestProject.EventsPath, Log)).Status);
    }

    [Fact]
    public async Task A_token_needs_a_name()
    {
        var project = await emulator.App.NewProjectAsync();

        Caller.AssertInvalid("Name can't be blank", await _admin.PostAsync($"projects/{project.Id}/tokens", "{}"));
        Caller.AssertInvalid(
            "Name is too long (maximum is 100 characters)", await _admin.PostAsync($"projects/{project.Id}/tokens", $$"""{"name":"{{new string('n', 101)}}"}"""));
    }
}
