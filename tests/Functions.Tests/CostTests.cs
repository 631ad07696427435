using Logister.Functions.Tests.App;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>
/// What things cost in storage calls, as <see cref="StorageCalls"/> counts them: every call of the system and of its queue
/// pump but polling. Each test first does the same once, so that tokens are known and tables exist.
/// </summary>
public sealed class CostTests(Emulator emulator, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Error = "\"event_type\":\"error\",\"message\":\"boom\",\"fingerprint\":\"f\"";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 3, 10, 0, TimeSpan.Zero);

    private readonly string _account = emulator.TakeAccount();
    private readonly StorageCalls _calls = new();
    private readonly FakeTimeProvider _time = new(Start) { AutoAdvanceAmount = TimeSpan.FromMicroseconds(10) };
    private TestApp? _app;
    private TestProject? _project;

    private TestApp App => _app!;

    private TestProject Project => _project!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync(new TestAppOptions { Storage = _account, Policy = _calls, Time = _time });
        _project = await _app.NewProjectAsync();
        await Project.SendEventAsync(Error);
        await IngestQueue.AssertDrainedAsync(_account);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task A_lone_event_costs_three_calls_its_message_its_transaction_and_the_messages_end()
    {
        _calls.Forget();

        await Project.SendEventAsync(Error);
        await IngestQueue.AssertDrainedAsync(_account);

        AssertCost(atMost: 3);
    }

    [Fact]
    public async Task The_first_event_of_a_group_costs_one_more_to_learn_that_it_is_the_first()
    {
        _calls.Forget();

        await Project.SendEventAsync("\"event_type\":\"error\",\"message\":\"boom\",\"fingerprint\":\"another\"");
        await IngestQueue.AssertDrainedAsync(_account);

        AssertCost(atMost: 4);
    }

    [Fact]
    public async Task Sixty_four_senders_at_once_cost_at_most_fifteen_hundredths_of_a_call_an_event()
    {
        const int Senders = 64;
        const int EventsEach = 10;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Project.SendEventAsync(Error)));
        await IngestQueue.AssertDrainedAsync(_account);
        _calls.Forget();

        var ids = await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            var sent = new List<string>();
            while (sent.Count < EventsEach)
            {
                sent.Add(await Project.SendEventAsync(Error));
            }

            return sent;
        }));
        await IngestQueue.AssertDrainedAsync(_account);

        AssertCost(atMost: Senders * EventsEach * 15 / 100);
        Assert.Equal(1 + Senders + (Senders * EventsEach), Assert.Single(await Project.ItemsAsync("error_groups")).GetProperty("occurrence_count").GetInt64());
        foreach (var some in ids.SelectMany(static sent => sent).Chunk(Senders))
        {
            await Task.WhenAll(some.Select(Project.StoredAsync));
        }
    }

    [Fact]
    public async Task An_event_is_found_in_one_call_by_our_id_and_in_two_by_the_clients()
    {
        var ours = await Project.SendEventAsync(Error);
        var clients = await Project.SendEventAsync($"{Error},\"uuid\":\"{Guid.NewGuid()}\"");
        await Project.StoredAsync(ours);
        await Project.StoredAsync(clients);

        _calls.Forget();
        await Project.ReadAsync($"events/{ours}");
        AssertCost(atMost: 1);

        _calls.Forget();
        await Project.ReadAsync($"events/{clients}");
        AssertCost(atMost: 2);
    }

    [Fact]
    public async Task A_page_of_the_feed_costs_at_most_three_calls_and_a_monitor_or_a_list_of_groups_one()
    {
        for (var sent = 0; sent < 40; sent++)
        {
            await Project.SendEventAsync(Error);
        }

        await Project.CheckInAsync("\"slug\":\"job\"");
        await IngestQueue.AssertDrainedAsync(_account);
        var monitor = Assert.Single(await Project.ItemsAsync("monitors")).GetProperty("uuid").GetString();
        var list = await Project.ReadAsync("events?limit=10");
        var (next, poll) = (list.GetProperty("next_cursor").GetString(), list.GetProperty("poll_cursor").GetString());

        await AssertCostAsync("events?limit=10", atMost: 3);
        await AssertCostAsync($"events?limit=10&cursor={next}", atMost: 3);
        await AssertCostAsync("events?type=check_in", atMost: 3);
        await AssertCostAsync($"events?after_cursor={poll}", atMost: 1);
        await Project.SendEventAsync(Error);
        await IngestQueue.AssertDrainedAsync(_account);
        await AssertCostAsync($"events?after_cursor={poll}", atMost: 2);
        await AssertCostAsync("events?trace_id=nowhere", atMost: 3);
        await AssertCostAsync("error_groups", atMost: 1);
        await AssertCostAsync("monitors", atMost: 1);
        await AssertCostAsync($"monitors/{monitor}", atMost: 1);
    }

    [Fact]
    public async Task A_sweep_that_finds_nothing_due_costs_a_call_for_each_of_the_sixteen_shards_however_many_monitors_there_are()
    {
        await App.SweepAsync();
        _calls.Forget();
        await App.SweepAsync();
        AssertCost(atMost: 16);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(job => Project.CheckInAsync($"\"slug\":\"job {job}\",\"expected_interval_seconds\":3600")));
        await IngestQueue.AssertDrainedAsync(_account);
        var first = await Project.ReadAsync("monitors?limit=100");
        var second = await Project.ReadAsync($"monitors?limit=100&cursor={first.GetProperty("next_cursor").GetString()}");
        Assert.Equal((100, 100, false), (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength(), second.TryGetProperty("next_cursor", out _)));
        _calls.Forget();
        await App.SweepAsync();
        AssertCost(atMost: 16);
    }

    [Fact]
    public async Task A_check_in_of_a_healthy_monitor_costs_no_more_than_any_event()
    {
        await Project.CheckInAsync("\"slug\":\"job\"");
        await IngestQueue.AssertDrainedAsync(_account);
        _time.Advance(TimeSpan.FromSeconds(20));
        _calls.Forget();

        await Project.CheckInAsync("\"slug\":\"job\"");
        await IngestQueue.AssertDrainedAsync(_account);

        AssertCost(atMost: 3);
    }

    private async Task AssertCostAsync(string path, int atMost)
    {
        _calls.Forget();
        await Project.ReadAsync(path);
        AssertCost(atMost);
    }

    private void AssertCost(int atMost)
    {
        var made = _calls.Made;
        output.WriteLine($"{made.Count} calls, at most {atMost}: {string.Join(", ", made.CountBy(static call => call.Split('?', '(')[0].Split("messages/")[0]))}");
        Assert.True(made.Count <= atMost, $"{made.Count} calls instead of {atMost}: {string.Join("; ", made)}");
        Assert.NotEmpty(made);
    }
}
