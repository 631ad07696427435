using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Logister.LocalHost.Functions;
using Logister.LocalHost.Queues;
using Logister.LocalHost.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class LongRunTests(SharedAzurite azurite)
{
    private readonly TaskCompletionSource _open = new();

    [Fact]
    public async Task A_stop_waits_for_the_invocations_that_run_and_their_messages_are_settled()
    {
        var calls = new StorageCalls();
        await using var app = await TestApp.StartAsync<SlowSamples>(
            azurite.ConnectionString,
            builder => builder.Services.AddSingleton(new Gate { Open = _open.Task }).AddSingleton<HttpPipelinePolicy>(calls));
        await app.EnqueueAsync("one");
        Assert.Equal("begin one", await app.Journal.NextAsync());

        var stopped = app.StopAsync();
        Assert.False(stopped.IsCompleted);
        _open.SetResult();
        await stopped;

        Assert.Equal("end one", await app.Journal.NextAsync());
        Assert.Equal(0, await TestApp.LengthAsync(app.Queue));
        Assert.Equal(1, calls.Of(RequestMethod.Delete));
    }

    [Fact]
    public async Task A_message_is_kept_hidden_for_as_long_as_its_function_runs()
    {
        var calls = new StorageCalls();
        var options = new QueueClientOptions();
        options.AddPolicy(calls, HttpPipelinePosition.PerCall);
        var queue = new QueueClient(azurite.ConnectionString, "q" + Guid.NewGuid().ToString("N"), options);
        await queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync("one", TestContext.Current.CancellationToken);
        var creations = calls.Of(RequestMethod.Put);

        var journal = new Journal();
        await using var services = new ServiceCollection().AddSingleton(journal).AddSingleton(new Gate { Open = _open.Task }).BuildServiceProvider();
        var pump = new QueuePump(
            new LocalFunction(FunctionDiscovery.In([typeof(SlowSamples)])[0], []),
            queue,
            queue,
            new QueueSettings { IsBase64 = false, Lease = TimeSpan.FromSeconds(6), MaxPollingInterval = TimeSpan.FromMilliseconds(100) },
            services.GetRequiredService<IServiceScopeFactory>(),
            NullLogger<QueuePump>.Instance);
        using var stopping = new CancellationTokenSource();
        var pumping = pump.PumpAsync(stopping.Token, CancellationToken.None);

        // The pump's own CreateIfNotExists is one, every renewal one more; two outlast the first lease.
        await Eventually.TrueAsync(() => Task.FromResult(calls.Of(RequestMethod.Put) >= creations + 3));
        _open.SetResult();
        await stopping.CancelAsync();
        await pumping;

        Assert.Equal("begin one", await journal.NextAsync());
        Assert.Equal("end one", await journal.NextAsync());
        Assert.True(journal.IsEmpty);
        Assert.Equal(0, await TestApp.LengthAsync(queue));
    }
}
