using System.IO.Compression;
using System.Text.Json;
using Azure.Storage.Blobs;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Events too large for a queue message, and for a table row.</summary>
public sealed class LargeEventTests(Emulator emulator)
{
    // More than a message takes (48 KiB) and more than a row takes (about 900 KiB), also when compressed.
    private const int ForAClaim = 240_000;
    private const int ForABlob = 1_040_000;

    private readonly string _account = emulator.TakeAccount();

    [Theory]
    [InlineData(ForAClaim, "claims", 0)]
    [InlineData(ForABlob, "segments", 1)]
    public async Task An_event_too_large_for_its_message_travels_by_blob_and_is_readable_afterwards(int length, string container, int blobsLeft)
    {
        var texts = Texts(length);
        TestProject project;
        string id;
        await using (var accepting = await TestApp.StartAsync(new TestAppOptions { Storage = _account, Stores = false }))
        {
            project = await accepting.NewProjectAsync();
            id = await SendAsync(project, texts);
            Assert.Equal(1, await CountAsync(container));
        }

        await using var storing = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        project = project.At(storing);
        await IngestQueue.AssertDrainedAsync(_account);

        Assert.Equal(blobsLeft, await CountAsync("claims") + await CountAsync("segments"));
        AssertHolds(texts, await project.ReadAsync($"events/{id}"));
        Assert.Equal(id, Assert.Single(await project.ItemsAsync("events")).GetProperty("uuid").GetString());
        var group = Assert.Single(await project.ItemsAsync("error_groups"));
        Assert.Equal(1, group.GetProperty("occurrence_count").GetInt64());
        AssertHolds(texts, (await project.ReadAsync($"error_groups/{group.GetProperty("uuid").GetString()}")).GetProperty("latest_event"));
    }

    [Fact]
    public async Task Large_and_small_events_at_once_do_not_get_into_each_others_way()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = _account });
        var project = await app.NewProjectAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 24).Select(order => order % 6 == 0
            ? SendAsync(project, Texts(ForAClaim))
            : project.SendEventAsync($"\"event_type\":\"log\",\"message\":\"{order}\"")));

        await IngestQueue.AssertDrainedAsync(_account);
        Assert.Equal(24, (await project.ItemsAsync("events")).Count);
        await Task.WhenAll(ids.Select(project.StoredAsync));
        Assert.Equal(0, await CountAsync("claims"));
    }

    private static async Task<string> SendAsync(TestProject project, IReadOnlyList<string> texts)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { @event = new { event_type = "error", message = "large", context = new { texts } } });
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(json, TestContext.Current.CancellationToken);
        }

        using var body = new ByteArrayContent(packed.ToArray());
        body.Headers.ContentEncoding.Add("gzip");
        var answer = await project.PostAsync(TestProject.EventsPath, body);
        Assert.True(answer.Status == 201, answer.Body);
        return answer.Json.GetProperty("id").GetString()!;
    }

    // All of ASCII, because seven random bits a byte are what compresses least.
    private static List<string> Texts(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Repeat(0, length).Chunk(250_000).Select(part => new string([.. part.Select(_ => (char)random.Next(1, 128))]))];
    }

    private static void AssertHolds(IReadOnlyList<string> texts, JsonElement item) =>
        Assert.Equal(texts, item.GetProperty("context").GetProperty("texts").EnumerateArray().Select(static text => text.GetString()!));

    private async Task<int> CountAsync(string container)
    {
        var blobs = new BlobContainerClient(_account, container);
        return await blobs.ExistsAsync(TestContext.Current.CancellationToken)
            ? await blobs.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken)
            : 0;
    }
}
