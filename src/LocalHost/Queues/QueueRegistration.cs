using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Logister.LocalHost.Functions;
using Logister.LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Queues;

internal static class QueueRegistration
{
    private const string PoisonSuffix = "-poison";

    // Few and short tries: the pump itself goes on trying, and must notice an outage to say so.
    private const int MaxRetries = 1;
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(30);

    public static void AddQueuePumps(this IServiceCollection services, IReadOnlyList<LocalFunction> functions, QueueSettings settings)
    {
        services.AddSingleton(provider => new QueuePumps(
            [.. functions.Where(function => function.Discovered.Trigger is QueueTriggerAttribute).Select(function => Pump(function, settings, provider))]));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<QueuePumps>());
    }

    private static QueuePump Pump(LocalFunction function, QueueSettings settings, IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var account = QueueConnection.Open(configuration, function.Discovered.Connection!, Options(services));
        var name = SettingReferences.Resolve(((QueueTriggerAttribute)function.Discovered.Trigger).QueueName, configuration);
        return new QueuePump(
            function,
            account.GetQueueClient(name),
            account.GetQueueClient(name + PoisonSuffix),
            settings,
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<ILogger<QueuePump>>());
    }

    private static QueueClientOptions Options(IServiceProvider services)
    {
        var options = new QueueClientOptions
        {
            MessageEncoding = QueueMessageEncoding.None,
            Retry = { MaxRetries = MaxRetries, NetworkTimeout = NetworkTimeout },
        };

        // Tests count storage calls with a policy; the pump's calls are part of what an event costs.
        foreach (var policy in services.GetServices<HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        }

        return options;
    }
}
