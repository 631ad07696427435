using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Logister.LocalHost.Hosting;

namespace Logister.LocalHost.Storage;

/// <summary>A running storage emulator. Its process ends with this one, however this one ends.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private const string Loopback = "127.0.0.1";

    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly bool _hasDataToFlush;
    private Task _stopped = Task.CompletedTask;
    private int _stopping;

    private Azurite(Process process, AzuriteAddresses addresses, bool hasDataToFlush)
    {
        _process = process;
        _hasDataToFlush = hasDataToFlush;
        Addresses = addresses;
        ProcessId = process.Id;
    }

    public AzuriteAddresses Addresses { get; }

    public string ConnectionString => Addresses.ConnectionString;

    public int ProcessId { get; }

    /// <summary>Starts the emulator, installing it if need be, and returns when all three services listen.</summary>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken cancellation = default)
    {
        var script = await AzuriteInstallation.ScriptAsync(options.InstallFolder, cancellation);
        var process = Launch(script, options);
        try
        {
            // Read to the end for as long as the process lives, or it would block on a full pipe.
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var addresses = await AzuriteAddresses.ReadAsync(process.StandardOutput, cancellation)
                ?? throw new StartupException($"Azurite could not be started: {(await errors).Trim()}");
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new Azurite(process, addresses, hasDataToFlush: !options.InMemory);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopping, 1) == 0)
        {
            _stopped = StopAsync();
        }

        await _stopped;
    }

    private static Process Launch(string script, AzuriteOptions options)
    {
        var data = options.InMemory ? ["--inMemoryPersistence"] : new[] { "--location", options.DataFolder };
        var node = new ProcessStartInfo("node",
        [
            AzuriteInstallation.Wrapper, script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", .. data,
            "--blobHost", Loopback, "--blobPort", Text(options.BlobPort),
            "--queueHost", Loopback, "--queuePort", Text(options.QueuePort),
            "--tableHost", Loopback, "--tablePort", Text(options.TablePort),
        ])
        {
            WorkingDirectory = options.InstallFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(node)!;
        }
        catch (Win32Exception missing)
        {
            throw new StartupException("Node.js was not found, so that the storage emulator cannot run: install Node.js 18 or later, or set AzureWebJobsStorage to a storage account's connection string.", missing);
        }
    }

    private async Task StopAsync()
    {
        // The wrapper takes the end of its input for the signal to flush and go.
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(_hasDataToFlush ? FlushTimeout : TimeSpan.Zero);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
