using Azure.Storage.Queues;
using Logister.LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Logister.LocalHost.Tests;

/// <summary>A running app of the sample functions of one class.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly IHost _host;

    private TestApp(IHost host, Uri address, Journal journal, QueueServiceClient queues, string queueName)
    {
        _host = host;
        Client = new HttpClient { BaseAddress = address };
        Journal = journal;
        Queue = queues.GetQueueClient(queueName);
        Poison = queues.GetQueueClient(queueName + "-poison");
    }

    public HttpClient Client { get; }

    public Journal Journal { get; }

    /// <summary>The queue of <c>%Queue%</c>, this app's own.</summary>
    public QueueClient Queue { get; }

    public QueueClient Poison { get; }

    public static FunctionsApplicationBuilder Builder<TFunctions>(string storage, Journal journal, params string[] args)
    {
        string[] common =
        [
            "--urls", "http://127.0.0.1:0",
            "--AzureWebJobsStorage", storage,
            "--AzureFunctionsJobHost:logging:logLevel:default", "None",
            "--Queue", "q" + Guid.NewGuid().ToString("N"),
            "--AzureFunctionsJobHost:extensions:http:routePrefix", "",
            "--AzureFunctionsJobHost:extensions:queues:visibilityTimeout", "00:00:00",
            "--AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.1",
            "--AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "3",
        ];
        var builder = new FunctionsApplicationBuilder([.. common, .. args], [typeof(TFunctions)]);
        builder.Services.AddSingleton(journal);
        return builder;
    }

    public static async Task<TestApp> StartAsync<TFunctions>(string storage, Action<FunctionsApplicationBuilder>? configure = null, params string[] args)
    {
        var journal = new Journal();
        var builder = Builder<TFunctions>(storage, journal, args);
        configure?.Invoke(builder);
        var queues = new QueueServiceClient(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestApp(host, new Uri(((LocalFunctionsHost)host).Urls.First()), journal, queues, builder.Configuration["Queue"]!);
    }

    public async Task<string> GetAsync(string path) => await Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body) };
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task EnqueueAsync(string message)
    {
        await Queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Queue.SendMessageAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>Counts hidden messages too.</summary>
    public static async Task<int> LengthAsync(QueueClient queue)
        => (await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
