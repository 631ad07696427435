using System.Net.Sockets;
using Logister.LocalHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Hosting;

/// <summary>
/// Runs a functions app in one process, without the Azure Functions host.
/// <para>
/// Imitated of the real host: routes tried in the order of function names, whatever their shape, and 404 where the method
/// does not fit; 500 with an empty body for what a function throws; bodies up to 100 MB; middleware around every invocation;
/// queues fetched in batches, tried again after visibilityTimeout and moved to the poison queue after maxDequeueCount;
/// six-field schedules in UTC that never overlap themselves, are not retried and, when monitored, make up for a missed run;
/// local.settings.json below the environment; <c>AzureWebJobs.[function].Disabled</c>; <c>POST /admin/functions/[function]</c>.
/// </para>
/// <para>
/// Not imitated: function keys, functionTimeout, scaling to several instances, metadata and output bindings. An admin run is
/// answered when it has ended, not when it has begun.
/// </para>
/// </summary>
internal sealed class LocalFunctionsHost(WebApplication app, LocalStorage storage, int functionCount, EntryPointRun? run) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public IEnumerable<string> Urls => app.Urls;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        // Before the emulator, so that a second start of the app neither waits for it nor touches it.
        FreePorts.Demand(app.Urls);
        await storage.StartAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw FreePorts.Taken(string.Join(", ", app.Urls), taken);
        }

        Console.WriteLine($"Listening on {string.Join(", ", app.Urls)} ({functionCount} functions)");
        run?.Started(this);
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await app.StopAsync(cancellationToken);
        await storage.DisposeAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
