using System.Text.RegularExpressions;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Storage that cannot be reached for a while.</summary>
public sealed partial class OutageTests(Emulator emulator)
{
    private const string Log = """{"event":{"event_type":"log","message":"m"}}""";

    [Fact]
    public async Task While_storage_is_down_senders_and_readers_are_told_to_come_back_and_afterwards_everything_works_again()
    {
        var cables = new Dictionary<int, Cable>();
        var account = PortPattern().Replace(emulator.TakeAccount(), port =>
        {
            var cable = new Cable(int.Parse(port.ValueSpan));
            cables[cable.Port] = cable;
            return cable.Port.ToString();
        });
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = account });
        var project = await app.NewProjectAsync();
        var unknown = new TestProject(app, Guid.NewGuid());
        await project.StoredAsync(await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"before\""));

        foreach (var cable in cables.Values)
        {
            cable.Cut();
        }

        Answer[] refused =
        [
            await project.PostAsync(TestProject.EventsPath, Log),
            await project.PostAsync(TestProject.CheckInsPath, """{"check_in":{"slug":"job"}}"""),
            await unknown.PostAsync(TestProject.EventsPath, Log),
            await project.GetAsync("events"),
            await project.GetAsync("monitors"),
        ];
        using var up = await app.Http.GetAsync("up", TestContext.Current.CancellationToken);

        Assert.All(refused, static answer =>
        {
            Assert.Equal(503, answer.Status);
            Assert.Equal("5", answer.Headers["Retry-After"]);
            Assert.Equal(
                """{"error":"Storage is not available just now. Nothing was stored; send it again.","code":"storage_unavailable"}""", answer.Body);
        });
        Assert.Equal(200, (int)up.StatusCode);

        foreach (var cable in cables.Values)
        {
            cable.Join();
        }

        Assert.Equal(401, (await unknown.PostAsync(TestProject.EventsPath, Log)).Status);
        await project.StoredAsync(await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"after\""));
        Assert.Equal(["after", "before"], (await project.ItemsAsync("events")).Select(static item => item.GetProperty("message").GetString()));
        Assert.Empty(await project.ItemsAsync("monitors"));

        await app.DisposeAsync();
        await Task.WhenAll(cables.Values.Select(static cable => cable.DisposeAsync().AsTask()));
    }

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)\d+")]
    private static partial Regex PortPattern();
}
