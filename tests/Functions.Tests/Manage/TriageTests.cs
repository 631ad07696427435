using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Manage;

/// <summary>Deciding about error groups while occurrences go on arriving.</summary>
public sealed class TriageTests(Emulator emulator)
{
    private const string Error = "\"event_type\":\"error\",\"fingerprint\":\"checkout\",\"message\":\"Card declined\",\"release\":";

    private readonly Caller _admin = Caller.AdminOf(emulator.App);

    [Theory]
    [InlineData("resolve", "resolved", "resolved_at")]
    [InlineData("ignore", "ignored", "ignored_at")]
    [InlineData("archive", "archived", "archived_at")]
    public async Task A_viewer_decides_and_reopens(string action, string status, string stamp)
    {
        var project = await emulator.App.NewProjectAsync();
        var viewer = await _admin.WithAsync("viewer", project.Id);
        var group = await NewGroupAsync(project);

        var decided = await viewer.DoAsync($"{group}/{action}");
        Assert.Equal(status, Text(decided, "status"));
        Assert.True(decided.TryGetProperty(stamp, out var at));
        Assert.Equal(at.GetString(), (await viewer.DoAsync($"{group}/{action}")).GetProperty(stamp).GetString());

        var reopened = await viewer.DoAsync($"{group}/reopen");
        Assert.Equal("unresolved", Text(reopened, "status"));
        Assert.False(reopened.TryGetProperty(stamp, out _));
        Assert.Equal(1, reopened.GetProperty("reopen_count").GetInt32());
        Assert.Equal(0, reopened.GetProperty("regression_count").GetInt32());
    }

    [Theory]
    [InlineData("resolve", "unresolved", 1)]
    [InlineData("archive", "unresolved", 1)]
    [InlineData("ignore", "ignored", 0)]
    public async Task A_later_occurrence_meets_the_decision_and_not_what_the_lane_remembers(string action, string status, int regressions)
    {
        var project = await emulator.App.NewProjectAsync();
        var group = await NewGroupAsync(project);
        await _admin.DoAsync($"{group}/{action}");

        await project.SendEventAsync(Error + "\"2.0\"");
        var after = await CountedAsync(project, count: 2);

        Assert.Equal(status, Text(after, "status"));
        Assert.Equal(regressions, after.GetProperty("regression_count").GetInt32());
        Assert.Equal(action == "resolve" ? "1.0" : null, after.TryGetProperty("resolved_in_release", out var release) ? release.GetString() : null);
        Assert.Equal(regressions == 1 ? "2.0" : null, after.TryGetProperty("regressed_in_release", out var regressed) ? regressed.GetString() : null);
    }

    [Fact]
    public async Task Decisions_and_occurrences_at_the_same_time_lose_nothing()
    {
        const int Occurrences = 30;
        var project = await emulator.App.NewProjectAsync();
        var group = await NewGroupAsync(project);

        var sent = Task.WhenAll(Enumerable.Range(1, Occurrences).Select(_ => project.SendEventAsync(Error + "\"1.0\"")));
        for (var round = 0; round < 5; round++)
        {
            await _admin.DoAsync($"{group}/ignore");
            await _admin.DoAsync($"{group}/reopen");
        }

        await sent;
        var after = await CountedAsync(project, Occurrences + 1);
        Assert.Equal(5, after.GetProperty("reopen_count").GetInt32());
    }

    [Fact]
    public async Task A_group_is_given_only_to_somebody_who_may_see_the_project()
    {
        var (project, other) = (await emulator.App.NewProjectAsync(), await emulator.App.NewProjectAsync());
        var viewer = await _admin.WithAsync("viewer", project.Id);
        var stranger = await _admin.WithAsync("admin", other.Id);
        var group = await NewGroupAsync(project);

        var assigned = await viewer.DoAsync(HttpMethod.Put, $"{group}/assignment", $$"""{"assignee_uuid":"{{viewer.Id}}"}""");
        Assert.Equal(viewer.Id, assigned.GetProperty("assigned_to").GetProperty("uuid").GetGuid());
        Assert.Equal("somebody", Text(assigned.GetProperty("assigned_to"), "name"));
        Assert.True(assigned.TryGetProperty("assigned_at", out _));

        Caller.AssertInvalid(
            "Assignee must have access to this project", await viewer.SendAsync(HttpMethod.Put, $"{group}/assignment", $$"""{"assignee_uuid":"{{stranger.Id}}"}"""));
        Caller.AssertInvalid("Assignee uuid can't be blank", await viewer.SendAsync(HttpMethod.Put, $"{group}/assignment", "{}"));
        var possible = (await viewer.ItemsAsync($"projects/{project.Id}/assignees")).Select(static item => item.GetProperty("uuid").GetGuid()).ToList();
        Assert.Contains(viewer.Id, possible);
        Assert.DoesNotContain(stranger.Id, possible);

        await project.SendEventAsync(Error + "\"1.1\"");
        Assert.Equal(viewer.Id, (await CountedAsync(project, count: 2)).GetProperty("assigned_to").GetProperty("uuid").GetGuid());
        Assert.False((await viewer.DoAsync(HttpMethod.Delete, $"{group}/assignment")).TryGetProperty("assigned_to", out _));
    }

    [Fact]
    public async Task A_group_says_why_its_events_are_together()
    {
        var project = await emulator.App.NewProjectAsync();
        var group = await NewGroupAsync(project);

        var shown = await project.ReadAsync(group[group.IndexOf("error_groups", StringComparison.Ordinal)..]);

        Assert.Equal("The client gave these errors the same fingerprint: checkout", Text(shown, "why_grouped"));
    }

    [Fact]
    public async Task A_group_nobody_knows_is_not_found()
    {
        var project = await emulator.App.NewProjectAsync();

        Assert.Equal(404, (await _admin.PostAsync($"projects/{project.Id}/error_groups/{Guid.NewGuid()}/resolve")).Status);
        Assert.Equal(404, (await _admin.PostAsync($"projects/{project.Id}/error_groups/none/resolve")).Status);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static async Task<string> NewGroupAsync(TestProject project)
    {
        await project.SendEventAsync(Error + "\"1.0\"");
        var group = Assert.Single(await project.ItemsAsync("error_groups", count: 1));
        return $"projects/{project.Id}/error_groups/{Text(group, "uuid")}";
    }

    private static async Task<JsonElement> CountedAsync(TestProject project, long count)
    {
        JsonElement group = default;
        await Eventually.TrueAsync(
            async () =>
            {
                group = Assert.Single(await project.ItemsAsync("error_groups?status=all"));
                return group.GetProperty("occurrence_count").GetInt64() >= count;
            },
            () => $"{count} occurrences");
        Assert.Equal(count, group.GetProperty("occurrence_count").GetInt64());
        return group;
    }
}
