using Azure.Storage.Queues.Models;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>What was accepted is stored, exactly once, whoever stores it and however often it is delivered.</summary>
public sealed class RestartTests(Emulator emulator)
{
    private readonly string _account = emulator.TakeAccount();

    [Fact]
    public async Task What_one_process_accepted_the_next_one_stores()
    {
        var (project, ids) = await AcceptAsync();

        await using var storing = await TestApp.StartAsync(new TestAppOptions { Storage = _account });

        await AssertStoredOnceAsync(project.At(storing), ids);
    }

    [Fact]
    public async Task A_message_delivered_again_changes_nothing_whether_the_first_is_still_at_work_or_long_done()
    {
        var (project, ids) = await AcceptAsync();
        var queue = IngestQueue.Of(_account);
        PeekedMessage[] messages = await queue.PeekMessagesAsync(32, TestContext.Current.CancellationToken);
        await EnqueueAgainAsync();

        await using var storing = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        await using var alsoStoring = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        await AssertStoredOnceAsync(project.At(storing), ids);

        await EnqueueAgainAsync();
        await AssertStoredOnceAsync(project.At(storing), ids);

        async Task EnqueueAgainAsync()
        {
            foreach (var message in messages)
            {
                await queue.SendMessageAsync(message.Body, cancellationToken: TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_ends_as_poison_and_the_others_are_stored()
    {
        var (project, ids) = await AcceptAsync();
        await IngestQueue.Of(_account).SendMessageAsync(new BinaryData([9, 9, 9]), cancellationToken: TestContext.Current.CancellationToken);

        await using var storing = await TestApp.StartAsync(new TestAppOptions { Storage = _account });

        await Task.WhenAll(ids.Select(project.At(storing).StoredAsync));
    }

    private async Task<(TestProject Project, IReadOnlyList<string> Ids)> AcceptAsync()
    {
        await using var accepting = await TestApp.StartAsync(new TestAppOptions { Storage = _account, Stores = false });
        var project = await accepting.NewProjectAsync();
        var ids = new List<string>
        {
            await project.SendEventAsync("\"event_type\":\"error\",\"message\":\"boom\",\"fingerprint\":\"f\""),
            await project.SendEventAsync($"\"event_type\":\"error\",\"message\":\"boom\",\"fingerprint\":\"f\",\"uuid\":\"{Guid.NewGuid()}\""),
            await project.CheckInAsync("\"slug\":\"job\""),
        };
        ids.AddRange(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => project.SendEventAsync("\"event_type\":\"error\",\"message\":\"boom\",\"fingerprint\":\"f\""))));
        Assert.Empty(await project.ItemsAsync("events"));
        return (project, ids);
    }

    private async Task AssertStoredOnceAsync(TestProject project, IReadOnlyList<string> ids)
    {
        await IngestQueue.AssertDrainedAsync(_account);
        await Task.WhenAll(ids.Select(project.StoredAsync));
        Assert.Equal(ids.Order(), (await project.ItemsAsync("events")).Select(static item => item.GetProperty("uuid").GetString()!).Order());
        Assert.Equal(12, Assert.Single(await project.ItemsAsync("error_groups")).GetProperty("occurrence_count").GetInt64());
        Assert.Equal("ok", Assert.Single(await project.ItemsAsync("monitors")).GetProperty("status").GetString());
    }
}
