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

    private ProgramProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "logister_local");
    }

    /// <summary>A client with the demo project's write token.</summary>
    public HttpClient Http { get; }

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

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/cli/projects/demo/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "logister_cli_local");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
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
        Http.Dispose();
        _process.Dispose();
    }
}
