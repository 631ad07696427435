using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace Logister.Functions.Tests.App;

/// <summary>The built program, started as its users start it, with the demo project of local runs.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process _process;
    private readonly HttpClient _http;

    private ProgramProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "logister_cli_local");
    }

    public Uri Address { get; }

    public static async Task<ProgramProcess> StartAsync(string account, params string[] settings)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Logister.Functions.dll"),
                "--urls", "http://127.0.0.1:0",
                "--AzureWebJobsStorage", account,
                "--LogisterStorage", account,
                "--AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.1",
                .. settings,
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                // Read on, or the program would block on a full pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new ProgramProcess(process, new Uri(line[Listening.Length..].Split(' ', ',')[0]));
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    /// <summary>Reads a path below the demo project.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await _http.GetAsync("api/v1/cli/projects/demo/" + path, TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _http.Dispose();
        _process.Dispose();
    }
}
