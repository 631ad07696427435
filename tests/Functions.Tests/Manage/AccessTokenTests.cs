using Logister.Functions.Tests.App;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Manage;

/// <summary>Making, listing and revoking access tokens.</summary>
public sealed class AccessTokenTests(Emulator emulator)
{
    private const string LastAdmin = "The last admin token that opens every project cannot be revoked";

    private readonly Caller _admin = Caller.AdminOf(emulator.App);

    [Fact]
    public async Task A_token_is_shown_once_and_works_until_it_is_revoked()
    {
        var made = await _admin.DoAsync("access_tokens", """{"name":"tool"}""");
        var plain = made.GetProperty("token").GetString()!;
        var id = made.GetProperty("uuid").GetGuid();
        Assert.Matches("^logister_cli_[0-9a-f]{64}$", plain);
        Assert.Equal("viewer", made.GetProperty("role").GetString());
        Assert.DoesNotContain(plain, (await _admin.GetAsync("access_tokens")).Body, StringComparison.Ordinal);

        var holder = new Caller(emulator.App, plain);
        Assert.Equal(200, (await holder.GetAsync("api/v1/cli/projects")).Status);
        await _admin.DoAsync($"access_tokens/{id}/revoke");
        Assert.Equal(401, (await holder.GetAsync("api/v1/cli/projects")).Status);
    }

    [Fact]
    public async Task A_token_ends_when_it_expires()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time });
        var admin = Caller.AdminOf(app);
        var made = await admin.DoAsync("access_tokens", """{"name":"short","expires_at":"2026-03-02T04:00:00Z"}""");
        var holder = new Caller(app, made.GetProperty("token").GetString()!);

        Assert.Equal(200, (await holder.GetAsync("api/v1/cli/projects")).Status);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await holder.GetAsync("api/v1/cli/projects")).Status);
        Caller.AssertInvalid("Expires at must be in the future", await admin.PostAsync("access_tokens", """{"name":"n","expires_at":"2026-03-02T04:00:00Z"}"""));
    }

    [Fact]
    public async Task An_admin_of_some_projects_neither_makes_nor_sees_nor_revokes_a_token_that_opens_more()
    {
        var (own, other) = (await emulator.App.NewProjectAsync(), await emulator.App.NewProjectAsync());
        var limited = await _admin.WithAsync("admin", own.Id);
        var wider = await _admin.WithAsync("viewer", own.Id, other.Id);

        Caller.AssertInvalid(
            "Projects must be given, because your own token opens only some", await limited.PostAsync("access_tokens", """{"name":"n","role":"admin"}"""));
        Caller.AssertInvalid(
            "Projects must exist and be open to your own token", await limited.PostAsync("access_tokens", $$"""{"name":"n","projects":["{{own.Id}}","{{other.Id}}"]}"""));
        Assert.Equal(404, (await limited.PostAsync($"access_tokens/{wider.Id}/revoke")).Status);

        var made = await limited.WithAsync("viewer", own.Id);
        var seen = (await limited.ItemsAsync("access_tokens")).Select(static token => token.GetProperty("uuid").GetGuid()).ToList();
        Assert.Contains(made.Id, seen);
        Assert.Contains(limited.Id, seen);
        Assert.DoesNotContain(wider.Id, seen);
        await limited.DoAsync($"access_tokens/{made.Id}/revoke");
        Assert.Equal(200, (await wider.GetAsync($"api/v1/cli/projects/{other.Id}")).Status);
    }

    [Theory]
    [InlineData("""{"role":"viewer"}""", "Name can't be blank")]
    [InlineData("""{"name":"n","role":"owner"}""", "Role must be viewer or admin")]
    [InlineData("""{"name":"n","projects":[]}""", "Projects must be 1 to 500, or left out for all")]
    [InlineData("""{"name":"n","projects":["00000000-0000-4000-8000-00000000ffff"]}""", "Projects must exist and be open to your own token")]
    [InlineData("""{"name":"n","projects":["x"]}""", "projects[0] has the wrong type")]
    [InlineData("""{"name":"n","expires_at":"tomorrow"}""", "expires_at has the wrong type")]
    public async Task A_token_that_cannot_be_made_is_refused_with_the_reason(string body, string error) =>
        Caller.AssertInvalid(error, await _admin.PostAsync("access_tokens", body));

    [Fact]
    public async Task The_last_admin_that_opens_everything_stays_even_when_two_revoke_each_other()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount() });
        var local = Caller.AdminOf(app);
        var localId = Assert.Single(await local.ItemsAsync("access_tokens")).GetProperty("uuid").GetGuid();
        Caller.AssertInvalid(LastAdmin, await local.PostAsync($"access_tokens/{localId}/revoke"));
        await local.WithAsync("viewer");
        Caller.AssertInvalid(LastAdmin, await local.PostAsync($"access_tokens/{localId}/revoke"));

        var second = await local.WithAsync("admin");
        var answers = await Task.WhenAll(local.PostAsync($"access_tokens/{second.Id}/revoke"), second.PostAsync($"access_tokens/{localId}/revoke"));

        Assert.Single(answers, static answer => answer.Status == 200);
        Assert.Single(answers, static answer => answer.Status is 422 or 401);
    }

    [Fact]
    public async Task The_token_of_the_deployment_opens_everything_without_a_row_and_lets_the_last_other_admin_go()
    {
        const string Secret = "0123456789abcdef0123456789abcdef";
        await using var app = await TestApp.StartAsync(
            new TestAppOptions { Storage = emulator.TakeAccount(), Settings = ["--Logister:AdminToken", Secret] });
        var deployment = new Caller(app, Secret);

        Assert.Equal(401, (await new Caller(app, Secret[..^1]).GetAsync("projects")).Status);
        Assert.Equal("demo", Assert.Single(await deployment.ItemsAsync("projects")).GetProperty("slug").GetString());
        var stored = Assert.Single(await deployment.ItemsAsync("access_tokens"));
        await deployment.DoAsync($"access_tokens/{stored.GetProperty("uuid").GetGuid()}/revoke");
        Assert.Equal(401, (await Caller.AdminOf(app).GetAsync("projects")).Status);
        await deployment.DoAsync("access_tokens", """{"name":"first","role":"admin"}""");
    }
}
