using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace Logister.Infra.Tests;

/// <summary>The Bicep CLI, on the files of infra/.</summary>
internal static class Bicep
{
    /// <summary>Runs one command. Skips the test where the CLI's package does not run.</summary>
    public static async Task<BicepRun> RunAsync(string command, string file, IReadOnlyDictionary<string, string>? environment = null)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
            "The Bicep CLI is fetched for Linux on x64 only.");

        var start = new ProcessStartInfo(Repository.Metadata("BicepCli"), [command, Repository.Path($"infra/{file}"), .. Outputs(command)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The Bicep CLI did not start.");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var messages = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new BicepRun(process.ExitCode, await output, await messages);
    }

    private static string[] Outputs(string command) => command.StartsWith("build", StringComparison.Ordinal) ? ["--stdout"] : [];
}
