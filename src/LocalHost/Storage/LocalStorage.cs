using System.Net;
using System.Net.Sockets;
using Logister.LocalHost.Functions;
using Logister.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace Logister.LocalHost.Storage;

/// <summary>Sees to it that the storage emulator runs when the app's settings point at it and nobody else runs it.</summary>
internal sealed class LocalStorage(IConfiguration settings, IEnumerable<string> connections, string dataFolder) : IAsyncDisposable
{
    private Azurite? _azurite;

    /// <summary>Where the host may keep data beside the emulator's; null if the emulator is not ours to start.</summary>
    public string? DataFolder => _azurite is null ? null : dataFolder;

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (!IsEmulatorWanted())
        {
            return;
        }

        var taken = EmulatorPorts.All.Where(IsListening).ToList();
        if (taken.Count == EmulatorPorts.All.Count)
        {
            return;
        }

        if (taken.Count > 0)
        {
            throw new StartupException(
                $"The storage emulator needs the ports {string.Join(", ", EmulatorPorts.All)}, but something else listens on {string.Join(", ", taken)}: stop it, or set {DiscoveredFunction.DefaultConnection} to a storage account's connection string.");
        }

        _azurite = await Azurite.StartAsync(
            new AzuriteOptions
            {
                InstallFolder = dataFolder,
                DataFolder = Path.Combine(dataFolder, "data"),
                BlobPort = EmulatorPorts.Blob,
                QueuePort = EmulatorPorts.Queue,
                TablePort = EmulatorPorts.Table,
            },
            cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    // AzureWebJobsStorage counts only if no trigger names another account: tests point the triggers elsewhere and need no emulator.
    private bool IsEmulatorWanted() => connections
        .DefaultIfEmpty(DiscoveredFunction.DefaultConnection)
        .Any(connection => string.Equals(settings[connection]?.Trim().TrimEnd(';'), EmulatorPorts.ConnectionString, StringComparison.OrdinalIgnoreCase));

    private static bool IsListening(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
