using System.Text;
using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests.Ingest;

/// <summary>Requests recorded from the published clients, when they are there beside the repository.</summary>
public sealed class RecordedRequestTests
{
    [Fact]
    public void Every_recorded_request_is_accepted()
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "No recorded requests beside the repository.");

        foreach (var line in Directory.EnumerateFiles(folder, "*.ndjson").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            var request = Some.Json(line);
            var normalised = Normalise(request.GetProperty("path").GetString()!, request.GetProperty("body").GetString()!);

            Assert.Contains(normalised.Environment, new[] { "staging", "production" });
            Assert.Equal(JsonValueKind.Object, normalised.ContextJson().ValueKind);
            Assert.Equal(2026, normalised.OccurredAt.Year);
        }
    }

    private static TelemetryEvent Normalise(string path, string body)
    {
        var bytes = JsonBody.Repair(Encoding.UTF8.GetBytes(body));
        var receivedAt = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        if (path.EndsWith("check_ins", StringComparison.Ordinal))
        {
            using var checkIn = Envelope.OfCheckIn(bytes);
            return CheckInNormaliser.Normalise(checkIn.Root, IngestRules.Default, receivedAt);
        }

        if (path.EndsWith("deployments", StringComparison.Ordinal))
        {
            using var deployment = Envelope.OfDeployment(bytes);
            return DeploymentNormaliser.Normalise(deployment.Root, IngestRules.Default, receivedAt, Some.Project);
        }

        using var envelope = Envelope.OfEvent(bytes);
        return EventNormaliser.Normalise(envelope.Root, IngestRules.Default, receivedAt, Some.Project);
    }

    private static string? Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Logister.Functions.sln")))
        {
            root = root.Parent;
        }

        var folder = Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "requests"));
        return Directory.Exists(folder) ? folder : null;
    }
}
