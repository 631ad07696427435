using System.Collections.Concurrent;
using System.Text;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>The built program as a process of its own, killed without a warning.</summary>
public sealed class KillTests(Emulator emulator)
{
    private const int Events = 200;

    private static readonly HttpClient Http = new();

    [Fact]
    public async Task What_was_acknowledged_before_the_process_was_killed_is_there_exactly_once_after_the_next_start()
    {
        var account = emulator.TakeAccount();
        var acknowledged = new ConcurrentBag<string>();

        // This one only accepts: what a killed process was storing stays hidden in the queue for as long as the lease the
        // Functions host takes, ten minutes. That storing can be cut off anywhere is tested by delivering messages again.
        using (var first = await ProgramProcess.StartAsync(account, "--AzureWebJobs.StoreSegments.Disabled", "true"))
        {
            var sendTo = new Uri(first.Address, TestProject.EventsPath);
            var sending = Task.WhenAll(Enumerable.Range(0, Events).Select(order => SendAsync(sendTo, order, acknowledged)));
            await Eventually.TrueAsync(() => Task.FromResult(acknowledged.Count >= Events / 4), () => "a quarter of the events");
            first.Kill();
            await sending;
        }

        using var second = await ProgramProcess.StartAsync(account);
        await IngestQueue.AssertDrainedAsync(account);

        var stored = new List<string>();
        var cursor = "";
        do
        {
            var page = await second.ReadAsync("events?limit=100" + cursor);
            stored.AddRange(page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("uuid").GetString()!));
            cursor = page.TryGetProperty("next_cursor", out var next) ? "&cursor=" + next.GetString() : "";
        }
        while (cursor.Length > 0);

        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(stored.Distinct().Count(), stored.Count);
        var group = Assert.Single((await second.ReadAsync("error_groups")).GetProperty("items").EnumerateArray());
        Assert.Equal(stored.Count, group.GetProperty("occurrence_count").GetInt64());
    }

    private static async Task SendAsync(Uri sendTo, int order, ConcurrentBag<string> acknowledged)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, sendTo);
            request.Headers.Add("Authorization", "Bearer logister_local");
            request.Content = new StringContent($$"""{"event":{"event_type":"error","message":"m {{order}}","fingerprint":"f" } }""", Encoding.UTF8, "application/json");
            using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = await Answer.OfAsync(response);
            if (answer.Status == 201)
            {
                acknowledged.Add(answer.Json.GetProperty("id").GetString()!);
            }
        }
        catch (HttpRequestException)
        {
            // Killed before it answered: nobody was told anything.
        }
    }
}
