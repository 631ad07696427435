using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class DeploymentReadTests(ReadApp app) : IClassFixture<ReadApp>
{
    [Fact]
    public async Task A_deployment_links_to_its_commit_and_to_what_changed_since_the_one_before()
    {
        var project = await StoredAsync();
        var list = await project.GetAsync("deployments");

        var latest = await project.GetAsync($"deployments/{list.GetProperty("items")[0].GetProperty("uuid").GetString()}");

        Assert.Equal(["v3", "v2", "v1"], ReadProject.Values(list, "release"));
        Assert.Equal("https://github.com/acme/shop/commit/cccccccccc", latest.GetProperty("links").GetProperty("commit").GetString());
        Assert.Equal("https://github.com/acme/shop/compare/aaaaaaaaaa...cccccccccc", latest.GetProperty("links").GetProperty("compare").GetString());
        Assert.Equal("v1", latest.GetProperty("previous_deployment").GetProperty("release").GetString());
        Assert.False(list.GetProperty("items")[2].TryGetProperty("previous_deployment", out _));
    }

    [Theory]
    [InlineData("environment=staging", "v2")]
    [InlineData("release=v1", "v1")]
    [InlineData("q=CCCC", "v3")]
    [InlineData("source=telemetry", "v3,v2,v1")]
    [InlineData("source=api", "")]
    [InlineData("repository=acme/other", "")]
    [InlineData("since=2026-05-22T00:00:00Z&until=2026-05-23T00:00:00Z", "v2")]
    public async Task Each_filter_keeps_what_it_names(string filter, string expected)
    {
        var project = await StoredAsync();

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), ReadProject.Values(await project.GetAsync($"deployments?{filter}"), "release"));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        var project = await StoredAsync();

        var first = await project.GetAsync("deployments?limit=2");
        var second = await project.GetAsync($"deployments?limit=2&cursor={first.GetProperty("next_cursor").GetString()}");

        Assert.Equal(["v3", "v2"], ReadProject.Values(first, "release"));
        Assert.Equal(["v1"], ReadProject.Values(second, "release"));
    }

    [Fact]
    public async Task An_unknown_deployment_is_not_found()
    {
        var project = await app.ProjectAsync();

        Assert.Equal("not_found", (await project.GetAsync($"deployments/{Guid.NewGuid()}", 404)).GetProperty("code").GetString());
    }

    private async Task<ReadProject> StoredAsync()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Witness("v1", "aaaaaaaaaa", "production", "21"), Witness("v2", "bbbbbbbbbb", "staging", "22"), Witness("v3", "cccccccccc", "production", "23"));
        return project;
    }

    private static string Witness(string release, string commit, string environment, string day) =>
        $$"""{"event_type":"log","message":"m","occurred_at":"2026-05-{{day}}T10:00:00Z","release":"{{release}}","environment":"{{environment}}","repository":"acme/shop","commit_sha":"{{commit}}"}""";
}
