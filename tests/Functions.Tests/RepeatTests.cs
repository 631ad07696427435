using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>An event that brings its own uuid is stored once and counted once, however often and wherever it is sent.</summary>
public sealed class RepeatTests(Emulator emulator) : IAsyncLifetime
{
    private readonly string _account = emulator.TakeAccount();
    private TestApp? _app;
    private TestProject? _project;

    private TestProject Project => _project!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        _project = await _app.NewProjectAsync();
    }

    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    [Fact]
    public async Task Sent_twice_to_one_instance_the_second_is_told_that_it_is_a_duplicate()
    {
        var uuid = Guid.NewGuid().ToString();

        var first = await Project.PostAsync(TestProject.EventsPath, Error(uuid.ToUpperInvariant(), "uuid"));
        var second = await Project.PostAsync(TestProject.EventsPath, Error(uuid, "event_id"));

        Assert.Equal(201, first.Status);
        Assert.Equal($$"""{"id":"{{uuid}}","status":"accepted"}""", first.Body);
        Assert.Equal(200, second.Status);
        Assert.Equal($$"""{"id":"{{uuid}}","status":"accepted","duplicate":true}""", second.Body);
        await AssertStoredOnceAsync(uuid);
    }

    [Fact]
    public async Task A_repeat_with_an_invalid_body_is_refused_all_the_same()
    {
        var uuid = Guid.NewGuid().ToString();
        await Project.PostAsync(TestProject.EventsPath, Error(uuid, "uuid"));

        var answer = await Project.PostAsync(TestProject.EventsPath, $$"""{"event":{"event_type":"error","uuid":"{{uuid}}" } }""");

        Assert.Equal(422, answer.Status);
    }

    [Fact]
    public async Task Sent_by_many_at_once_it_is_stored_once()
    {
        var uuid = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Project.PostAsync(TestProject.EventsPath, Error(uuid, "uuid"))));

        Assert.All(answers, answer =>
        {
            Assert.Contains(answer.Status, new[] { 200, 201 });
            Assert.Equal(uuid, answer.Json.GetProperty("id").GetString());
        });
        await AssertStoredOnceAsync(uuid);
    }

    [Fact]
    public async Task Sent_to_two_instances_at_once_it_is_stored_once_among_everything_else()
    {
        await using var other = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        TestProject[] instances = [Project, Project.At(other)];
        var uuids = Enumerable.Range(0, 20).Select(static _ => Guid.NewGuid().ToString()).ToList();

        // Each uuid to both, and as many groups as events, so that the instances also contend for everything they count in.
        await Task.WhenAll(uuids.SelectMany((uuid, order) => instances.Select(instance => instance.PostAsync(
            TestProject.EventsPath,
            $$"""{"event":{"event_type":"error","message":"m","fingerprint":"group {{order}}","uuid":"{{uuid}}" } }"""))));

        await IngestQueue.AssertDrainedAsync(_account);
        Assert.Equal(20, (await Project.ItemsAsync("events?limit=100")).Count);
        await Task.WhenAll(uuids.Select(Project.StoredAsync));
        var groups = await Project.ItemsAsync("error_groups?limit=100");
        Assert.Equal(20, groups.Count);
        Assert.All(groups, static group => Assert.Equal(1, group.GetProperty("occurrence_count").GetInt64()));
    }

    [Fact]
    public async Task Two_instances_that_count_in_the_same_groups_lose_no_count()
    {
        const int Rounds = 6;
        const int Groups = 30;
        await using var other = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        TestProject[] instances = [Project, Project.At(other)];

        foreach (var round in Enumerable.Range(0, Rounds))
        {
            await Task.WhenAll(Enumerable.Range(0, Groups).Select(group => instances[(round + group) % 2].SendEventAsync(
                $"\"event_type\":\"error\",\"message\":\"m\",\"fingerprint\":\"group {group}\"")));
        }

        await IngestQueue.AssertDrainedAsync(_account);
        var groups = await Project.ItemsAsync("error_groups?limit=100", Groups);
        Assert.All(groups, static group => Assert.Equal(Rounds, group.GetProperty("occurrence_count").GetInt64()));
    }

    [Fact]
    public async Task A_span_sent_again_without_a_uuid_is_recognised_by_its_ids()
    {
        const string Span = """{"event":{"event_type":"span","trace_id":"t","span_id":"s"}}""";

        var first = await Project.PostAsync(TestProject.EventsPath, Span);
        var second = await Project.PostAsync(TestProject.EventsPath, Span);

        Assert.Equal(201, first.Status);
        Assert.Equal(200, second.Status);
        Assert.Equal(first.Json.GetProperty("id").GetString(), second.Json.GetProperty("id").GetString());
        Assert.True(second.Json.GetProperty("duplicate").GetBoolean());
    }

    private static string Error(string uuid, string field) =>
        $$"""{"event":{"event_type":"error","message":"m","fingerprint":"f","{{field}}":"{{uuid}}" } }""";

    private async Task AssertStoredOnceAsync(string uuid)
    {
        await IngestQueue.AssertDrainedAsync(_account);

        Assert.Equal(uuid, Assert.Single(await Project.ItemsAsync("events")).GetProperty("uuid").GetString());
        Assert.Equal(1, Assert.Single(await Project.ItemsAsync("error_groups")).GetProperty("occurrence_count").GetInt64());
        await Project.StoredAsync(uuid);
    }
}
