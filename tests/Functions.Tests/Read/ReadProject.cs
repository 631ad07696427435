using System.Text.Json;
using Logister.Core.Ingest;
using Logister.Core.Segments;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Read;

/// <summary>A project whose events are stored the way the queue function does it, at the moment a test wants.</summary>
internal sealed class ReadProject(TestProject project, SegmentStore store)
{
    public Guid Id => project.Id;

    public TestProject Sender => project;

    /// <summary>Seals events into one segment, which is not stored yet.</summary>
    public SealedSegment SealAt(DateTimeOffset sealedAt, params string[] envelopes)
    {
        var events = envelopes
            .Select(envelope => EncodedEvent.Of(EventNormaliser.Normalise(JsonOf(envelope), IngestRules.Default, sealedAt, Id)))
            .ToList();
        return new SealedSegment(Id, SegmentKey.Mint(sealedAt), events.Count, SegmentPayload.Pack([.. events.Select(static item => item.Json)]));
    }

    public Task StoreAsync(params string[] envelopes) => CommitAsync(SealAt(ReadApp.Now, envelopes));

    public Task CommitAsync(SealedSegment segment) => store.CommitAsync(IngestMessage.Encode([segment]), TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path, int status = 200)
    {
        var answer = await project.GetAsync(path);
        Assert.True(status == answer.Status, $"{path}: {answer.Status} {answer.Body}");
        return answer.Json;
    }

    public async Task<IReadOnlyList<string?>> MessagesAsync(string path) => Values(await GetAsync(path), "message");

    /// <summary>A field of each item of a list.</summary>
    public static IReadOnlyList<string?> Values(JsonElement list, string field) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(field).GetString())];

    public static JsonElement JsonOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
