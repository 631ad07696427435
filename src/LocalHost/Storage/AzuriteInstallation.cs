using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Logister.LocalHost.Hosting;

namespace Logister.LocalHost.Storage;

/// <summary>Installs the pinned emulator with npm, once a folder.</summary>
internal static class AzuriteInstallation
{
    private const string Manifest = "package.json";
    private const string LockFile = "package-lock.json";

    private static readonly string[] Manifests = [Manifest, LockFile];
    private static readonly TimeSpan WaitForAnother = TimeSpan.FromMilliseconds(250);

    // The manifests and the wrapper script, copied beside this assembly by the build.
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "azurite");

    public static string Wrapper => Path.Combine(Source, "run-azurite.cjs");

    /// <summary>The emulator's script, installed if it is not yet.</summary>
    public static async Task<string> ScriptAsync(string folder, CancellationToken cancellation)
    {
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (IsCurrent(folder))
        {
            return script;
        }

        Directory.CreateDirectory(folder);

        // Test runs start side by side; the first installs, the others wait for it.
        await using var theOnly = await LockAsync(Path.Combine(folder, "install.lock"), cancellation);
        if (!IsCurrent(folder))
        {
            Console.WriteLine($"Installing Azurite {PinnedVersion()} (once, about half a minute)…");
            foreach (var manifest in Manifests)
            {
                File.Copy(Path.Combine(Source, manifest), Path.Combine(folder, manifest), overwrite: true);
            }

            await InstallAsync(folder, cancellation);
        }

        return script;
    }

    // npm writes its own lock file into node_modules as its last step, so that a broken installation does not pass.
    private static bool IsCurrent(string folder)
        => File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))
            && File.Exists(Path.Combine(folder, LockFile))
            && File.ReadAllText(Path.Combine(folder, LockFile)) == File.ReadAllText(Path.Combine(Source, LockFile));

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(WaitForAnother, cancellation);
            }
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(npm)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new StartupException($"Azurite could not be installed: run 'npm ci' in {folder} to see why. npm's last words: {LastLine(errors)}");
            }
        }
        catch (Win32Exception missing)
        {
            throw new StartupException("npm was not found, so that the storage emulator cannot be installed: install Node.js 18 or later, or set AzureWebJobsStorage to a storage account's connection string.", missing);
        }
    }

    private static string? PinnedVersion()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Source, Manifest)));
        return manifest.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString();
    }

    private static string LastLine(string text)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "none";
}
