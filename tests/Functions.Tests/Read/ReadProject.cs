using System.Net;
using System.Text.Json;
using Logister.Core.Ingest;
using Logister.Core.Segments;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Logister.Functions.Tests.Read;

/// <summary>A project under test: stores events as the queue function would, and asks the API for them.</summary>
internal sealed class ReadProject(ReadApp app, Guid id, HttpClient http)
{
    public Guid Id => id;

    /// <summary>Seals events into one segment, which is not stored yet.</summary>
    public SealedSegment Seal(params string[] envelopes) => SealAt(ReadApp.Now, envelopes);

    public SealedSegment SealAt(DateTimeOffset sealedAt, params string[] envelopes)
    {
        var events = envelopes.Select(envelope => EncodedEvent.Of(EventNormaliser.Normalise(JsonOf(envelope), IngestRules.Default, sealedAt, id))).ToList();
        return new SealedSegment(id, SegmentKey.Mint(sealedAt), events.Count, SegmentPayload.Pack([.. events.Select(static item => item.Json)]));
    }

    public async Task StoreAsync(params string[] envelopes) => await CommitAsync(Seal(envelopes));

    public Task CommitAsync(SealedSegment segment) =>
        app.Services.GetRequiredService<SegmentStore>().CommitAsync(IngestMessage.Encode([segment]), TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await http.GetAsync(new Uri($"api/v1/cli/projects/{id}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} for {path}: {body}");
        return JsonOf(body);
    }

    public async Task<IReadOnlyList<string?>> MessagesAsync(string path) => Messages(await GetAsync(path));

    public static IReadOnlyList<string?> Messages(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("message").GetString())];

    private static JsonElement JsonOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
