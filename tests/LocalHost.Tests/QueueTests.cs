using System.Globalization;
using Azure.Storage.Queues;
using Logister.LocalHost.Storage;
using Logister.LocalHost.Tests.Samples;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class QueueTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_message_is_deleted_when_the_function_succeeds()
    {
        await using var app = await TestApp.StartAsync<QueueSamples>(azurite.ConnectionString);

        await app.EnqueueAsync("good");

        Assert.Equal("good", await app.Journal.NextAsync());
        await Eventually.TrueAsync(async () => await TestApp.LengthAsync(app.Queue) == 0);
        Assert.False(await app.Poison.ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_message_whose_function_fails_is_tried_again_and_then_moved_to_the_poison_queue()
    {
        await using var app = await TestApp.StartAsync<QueueSamples>(azurite.ConnectionString);

        await app.EnqueueAsync("bad ü");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal("bad ü", await app.Journal.NextAsync());
        }

        await Eventually.TrueAsync(async () => await TestApp.LengthAsync(app.Queue) == 0);
        var poisoned = await app.Poison.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("bad ü", poisoned.Value.Body.ToString());
        Assert.True(app.Journal.IsEmpty);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_harms_no_other_and_is_moved_unchanged()
    {
        await using var app = await TestApp.StartAsync<QueueSamples>(azurite.ConnectionString);
        var plain = new QueueClient(azurite.ConnectionString, app.Queue.Name);

        await plain.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await plain.SendMessageAsync("not base64!", TestContext.Current.CancellationToken);
        await app.EnqueueAsync("good");

        Assert.Equal("good", await app.Journal.NextAsync());
        await Eventually.TrueAsync(async () => await TestApp.LengthAsync(app.Queue) == 0);
        var poison = new QueueClient(azurite.ConnectionString, app.Poison.Name);
        Assert.Equal("not base64!", (await poison.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.MessageText);
    }

    [Fact]
    public async Task Middleware_runs_around_a_message()
    {
        await using var app = await TestApp.StartAsync<QueueSamples>(azurite.ConnectionString, builder => builder.UseMiddleware<RecordingMiddleware>());

        await app.EnqueueAsync("good");

        Assert.Equal("before Work", await app.Journal.NextAsync());
        Assert.Equal("good", await app.Journal.NextAsync());
        Assert.Equal("after Work", await app.Journal.NextAsync());
    }

    [Fact]
    public async Task Many_messages_all_arrive_once()
    {
        await using var app = await TestApp.StartAsync<QueueSamples>(azurite.ConnectionString);
        var sent = Enumerable.Range(0, 100).Select(index => index.ToString(CultureInfo.InvariantCulture)).ToList();
        await app.Queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);

        await Task.WhenAll(sent.Select(app.EnqueueAsync));

        var arrived = new List<string>();
        while (arrived.Count < sent.Count)
        {
            arrived.Add(await app.Journal.NextAsync());
        }

        await Eventually.TrueAsync(async () => await TestApp.LengthAsync(app.Queue) == 0);
        Assert.Equal(sent.Order(), arrived.Order());
        Assert.True(app.Journal.IsEmpty);
    }

    [Fact]
    public async Task A_message_binds_as_bytes_as_data_and_whole_and_an_unset_connection_is_the_default_one()
    {
        await using var app = await TestApp.StartAsync<ByteSamples>(azurite.ConnectionString);

        foreach (var suffix in new[] { "", "a", "b" })
        {
            var queue = new QueueClient(azurite.ConnectionString, app.Queue.Name + suffix, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
            await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
            await queue.SendMessageAsync("hey", TestContext.Current.CancellationToken);
        }

        string[] entries = [await app.Journal.NextAsync(), await app.Journal.NextAsync(), await app.Journal.NextAsync()];
        Assert.Equal(["bytes 3", "data hey", "whole hey 1"], entries.Order());
    }

    [Fact]
    public async Task The_pump_outlives_an_outage_of_storage()
    {
        var first = await Azurite.StartAsync(new AzuriteOptions { InMemory = true }, TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartAsync<QueueSamples>(first.ConnectionString);
        await app.EnqueueAsync("before");
        Assert.Equal("before", await app.Journal.NextAsync());

        await first.DisposeAsync();
        await using var second = await Azurite.StartAsync(
            new AzuriteOptions
            {
                InMemory = true,
                BlobPort = first.Addresses.Blob.Port,
                QueuePort = first.Addresses.Queue.Port,
                TablePort = first.Addresses.Table.Port,
            },
            TestContext.Current.CancellationToken);
        await app.EnqueueAsync("after");

        Assert.Equal("after", await app.Journal.NextAsync());
    }

    [Fact]
    public async Task An_admin_run_gives_the_function_its_input()
    {
        await using var app = await TestApp.StartAsync<QueueSamples>(azurite.ConnectionString);

        using var good = await app.SendAsync(HttpMethod.Post, "/admin/functions/Work", """{"input":"by hand"}""");
        using var bad = await app.SendAsync(HttpMethod.Post, "/admin/functions/Work", """{"input":"bad"}""");
        using var malformed = await app.SendAsync(HttpMethod.Post, "/admin/functions/Work", "{");
        using var unknown = await app.SendAsync(HttpMethod.Post, "/admin/functions/Nobody");

        Assert.Equal([202, 500, 400, 404], new[] { good, bad, malformed, unknown }.Select(answer => (int)answer.StatusCode));
        Assert.Equal("by hand", await app.Journal.NextAsync());
    }
}
