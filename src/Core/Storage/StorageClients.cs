using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Logister.Core.Storage;

/// <summary>
/// Builds the storage clients from the setting <see cref="QueueNames.Connection"/>, in the two forms Functions triggers
/// know: a connection string, or <c>__tableServiceUri</c>, <c>__queueServiceUri</c> and <c>__blobServiceUri</c> with an
/// identity (<c>__clientId</c> for a user-assigned one).
/// </summary>
internal static class StorageClients
{
    // A client waits two seconds for our answer: better a quick 503, which it retries, than a late 201.
    private const int MaxRetries = 2;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static LogisterStorage Create(IConfiguration configuration, IEnumerable<HttpPipelinePolicy> policies)
    {
        var perCall = policies.ToList();
        var tableOptions = Configured(new TableClientOptions(), perCall);
        var queueOptions = Configured(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, perCall);
        var blobOptions = Configured(new BlobClientOptions(), perCall);
        var section = configuration.GetSection(QueueNames.Connection);
        if (section.Value is { Length: > 0 } connection)
        {
            return new LogisterStorage(
                new TableServiceClient(connection, tableOptions),
                new QueueServiceClient(connection, queueOptions),
                new BlobServiceClient(connection, blobOptions));
        }

        var identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] });
        return new LogisterStorage(
            new TableServiceClient(Endpoint(section, "tableServiceUri"), identity, tableOptions),
            new QueueServiceClient(Endpoint(section, "queueServiceUri"), identity, queueOptions),
            new BlobServiceClient(Endpoint(section, "blobServiceUri"), identity, blobOptions));
    }

    private static Uri Endpoint(IConfigurationSection section, string name) =>
        Uri.TryCreate(section[name], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"Set {section.Path} to a storage connection string, or {section.Path}__{name} to the URI of the storage service.");

    private static T Configured<T>(T options, List<HttpPipelinePolicy> policies)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = RetryDelay;
        options.Retry.MaxDelay = MaxRetryDelay;
        options.Retry.NetworkTimeout = TryTimeout;
        policies.ForEach(policy => options.AddPolicy(policy, HttpPipelinePosition.PerCall));
        return options;
    }
}
