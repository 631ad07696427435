using Azure.Identity;
using Azure.Storage.Queues;
using Logister.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace Logister.LocalHost.Queues;

/// <summary>Opens a queue by the name of a connection setting, as triggers give it.</summary>
internal static class QueueConnection
{
    public static QueueServiceClient Open(IConfiguration settings, string connection, QueueClientOptions options)
    {
        if (settings[connection] is { Length: > 0 } connectionString)
        {
            return new QueueServiceClient(connectionString, options);
        }

        var section = settings.GetSection(connection);
        var address = section["queueServiceUri"] ?? (section["accountName"] is { } account ? $"https://{account}.queue.core.windows.net" : null);
        return address is null
            ? throw new StartupException($"The setting {connection} is neither a connection string nor has it a {connection}__queueServiceUri.")
            : new QueueServiceClient(new Uri(address), new DefaultAzureCredential(), options);
    }
}
