using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Manage;

/// <summary>Creating, changing, archiving and deleting projects.</summary>
public sealed class ProjectTests(Emulator emulator)
{
    private readonly Caller _admin = Caller.AdminOf(emulator.App);

    [Fact]
    public async Task A_project_gets_a_slug_from_its_name_that_no_other_has_and_keeps_it()
    {
        var name = $"Café & Söhne {Guid.NewGuid():N}";
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _admin.DoAsync("projects", $$"""{"name":"{{name}}","description":"d","colour":"red"}""")));

        var slug = $"caf-s-hne-{name[^32..]}";
        Assert.Equal([slug, $"{slug}-2", $"{slug}-3", $"{slug}-4"], made.Select(static project => Text(project, "slug")).Order(StringComparer.Ordinal));
        Assert.All(made, static project => Assert.Equal("d", Text(project, "description")));

        var renamed = await _admin.DoAsync(HttpMethod.Patch, $"projects/{slug}-2", """{"name":"Other","description":""}""");
        Assert.Equal("Other", Text(renamed, "name"));
        Assert.Equal($"{slug}-2", Text(renamed, "slug"));
        Assert.False(renamed.TryGetProperty("description", out _));
    }

    [Theory]
    [InlineData("""{}""", "Name can't be blank")]
    [InlineData("""{"name":"  "}""", "Name can't be blank")]
    [InlineData("""{"name":7}""", "name has the wrong type")]
    [InlineData("""{"name":"n","redacted_keys":["--"]}""", "Redacted keys must each have 1 to 100 characters and a letter or digit")]
    [InlineData("""{"name":"n","redacted_keys":[null]}""", "Redacted keys must each have 1 to 100 characters and a letter or digit")]
    public async Task A_project_that_cannot_be_made_is_refused_with_the_reason(string body, string error) =>
        Caller.AssertInvalid(error, await _admin.PostAsync("projects", body));

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task A_body_that_is_no_object_is_refused(string body) =>
        Assert.Equal(400, (await _admin.PostAsync("projects", body)).Status);

    [Fact]
    public async Task A_body_may_have_64_kilobytes_and_not_more()
    {
        var longest = """{"name":"n"}""".PadRight(65_536);

        Assert.Equal(201, (await _admin.PostAsync("projects", longest)).Status);
        Assert.Equal(413, (await _admin.PostAsync("projects", longest + " ")).Status);
    }

    [Fact]
    public async Task Settings_are_kept_and_what_is_left_out_stays()
    {
        var project = await NewAsync();
        await _admin.DoAsync(HttpMethod.Patch, project, """{"redacted_keys":["order_ref"," order_ref ","iban"],"allow_email":true}""");
        await _admin.DoAsync(HttpMethod.Patch, project, """{"description":"later"}""");

        var read = (await _admin.GetAsync(project)).Json;
        Assert.Equal(["order_ref", "iban"], read.GetProperty("redacted_keys").EnumerateArray().Select(static key => key.GetString()));
        Assert.True(read.GetProperty("allow_email").GetBoolean());
        Assert.Equal("later", Text(read, "description"));
    }

    [Fact]
    public async Task Archiving_revokes_the_tokens_for_good_and_restoring_takes_events_with_new_ones()
    {
        var project = await NewAsync();
        var token = Text(await _admin.DoAsync($"{project}/tokens", """{"name":"web"}"""), "token");
        Assert.Equal(201, await IngestAsync(token));

        var archived = await _admin.DoAsync($"{project}/archive");
        Assert.True(archived.GetProperty("archived").GetBoolean());
        Assert.Equal(401, await IngestAsync(token));
        Assert.True(Assert.Single(await _admin.ItemsAsync($"{project}/tokens")).TryGetProperty("revoked_at", out _));
        Caller.AssertInvalid("Project is archived", await _admin.PostAsync($"{project}/tokens", """{"name":"late"}"""));

        var restored = await _admin.DoAsync($"{project}/restore");
        Assert.False(restored.GetProperty("archived").GetBoolean());
        Assert.Equal(401, await IngestAsync(token));
        Assert.Equal(201, await IngestAsync(Text(await _admin.DoAsync($"{project}/tokens", """{"name":"new"}"""), "token")));
    }

    [Fact]
    public async Task A_deleted_project_is_gone_at_once_with_its_tokens_and_its_slug_is_free()
    {
        var project = await NewAsync();
        var slug = Text((await _admin.GetAsync(project)).Json, "slug");
        var token = Text(await _admin.DoAsync($"{project}/tokens", """{"name":"web"}"""), "token");
        Assert.Equal(201, await IngestAsync(token));

        Assert.Equal(204, (await _admin.SendAsync(HttpMethod.Delete, project)).Status);

        Assert.Equal(401, await IngestAsync(token));
        Assert.Equal(404, (await _admin.GetAsync(project)).Status);
        Assert.Equal(404, (await _admin.PostAsync($"{project}/restore")).Status);
        Assert.DoesNotContain(await _admin.ItemsAsync("projects"), item => Text(item, "slug") == slug);
        Assert.Equal(slug, Text(await _admin.DoAsync("projects", $$"""{"name":"{{slug}}"}"""), "slug"));
    }

    [Fact]
    public async Task An_admin_of_some_projects_manages_those_and_cannot_create_others()
    {
        var own = await emulator.App.NewProjectAsync();
        var limited = await _admin.WithAsync("admin", own.Id);

        Assert.Equal(own.Id, Assert.Single(await limited.ItemsAsync("projects")).GetProperty("uuid").GetGuid());
        await limited.DoAsync($"projects/{own.Id}/tokens", """{"name":"t"}""");
        Assert.Equal(403, (await limited.PostAsync("projects", """{"name":"mine"}""")).Status);
        Assert.Equal(404, (await limited.GetAsync("projects/demo")).Status);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private async Task<string> NewAsync() =>
        $"projects/{(await _admin.DoAsync("projects", $$"""{"name":"p {{Guid.NewGuid():N}}"}""")).GetProperty("uuid").GetGuid()}";

    private async Task<int> IngestAsync(string token) =>
        (await new Caller(emulator.App, token).PostAsync(TestProject.EventsPath, """{"event":{"event_type":"log","message":"m"}}""")).Status;
}
