using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Requests recorded from the published clients, when they are there beside the repository.</summary>
public sealed class ReplayTests(Emulator emulator)
{
    [Fact]
    public async Task Every_recorded_request_is_accepted_and_readable_afterwards()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "requests");
        Assert.SkipUnless(Directory.Exists(folder), "No recorded requests beside the repository.");

        foreach (var file in Directory.EnumerateFiles(folder, "*.ndjson").Order(StringComparer.Ordinal))
        {
            var project = await emulator.App.NewProjectAsync();
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            await Task.WhenAll(lines.Select(line => ReplayAsync(project, Parse(line))));
        }
    }

    private static async Task ReplayAsync(TestProject project, JsonElement recorded)
    {
        var path = recorded.GetProperty("path").GetString()!;
        var body = recorded.GetProperty("body").GetString()!;
        using var content = new StringContent(body);
        content.Headers.Clear();
        foreach (var header in recorded.GetProperty("headers").EnumerateObject().Where(static header => header.Name.StartsWith("content-", StringComparison.OrdinalIgnoreCase)))
        {
            content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        var answer = await project.PostAsync(path, content);

        Assert.True(answer.Status is >= 200 and < 300, $"{answer.Status} {answer.Body} to {body}");
        var id = answer.Json.GetProperty("id").GetString();
        Assert.False(string.IsNullOrEmpty(id));
        if (path == "/" + TestProject.DeploymentsPath)
        {
            await Eventually.TrueAsync(
                async () => (await project.ItemsAsync("deployments?limit=100")).Any(item => item.GetProperty("uuid").GetString() == id), () => $"deployment {id}");
            return;
        }

        var stored = await project.StoredAsync(id);
        if (stored.GetProperty("event_type").GetString() == "check_in")
        {
            Assert.Contains(await project.ItemsAsync("monitors"), monitor => monitor.GetProperty("slug").GetString() == stored.GetProperty("message").GetString());
        }
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
