using System.IO.Compression;
using System.Text;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Compressed bodies.</summary>
public sealed class EncodingTests(Emulator emulator)
{
    private const int InflatedBytes = 8_388_608;
    private const string Event = """{"event":{"event_type":"log","message":"packed"}}""";
    private const string CheckIn = """{"check_in":{"slug":"packed"}}""";

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_read_on_every_post(string encoding)
    {
        var project = await emulator.App.NewProjectAsync();

        Assert.Equal(201, (await PostAsync(project, TestProject.EventsPath, encoding, Pack(encoding, Event))).Status);
        Assert.Equal(201, (await PostAsync(project, TestProject.CheckInsPath, encoding, Pack(encoding, CheckIn))).Status);

        var messages = (await project.ItemsAsync("events", count: 2)).Select(static item => item.GetProperty("message").GetString());
        Assert.All(messages, static message => Assert.Equal("packed", message));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_damaged_body_is_refused_as_such(string encoding)
    {
        var project = await emulator.App.NewProjectAsync();
        var whole = Pack(encoding, Event);

        var noArchive = await PostAsync(project, TestProject.EventsPath, encoding, Encoding.UTF8.GetBytes(Event));
        var cutShort = await PostAsync(project, TestProject.EventsPath, encoding, whole[..(whole.Length / 2)]);
        var empty = await PostAsync(project, TestProject.EventsPath, encoding, []);

        Assert.Equal([400, 400, 400], [noArchive.Status, cutShort.Status, empty.Status]);
        Assert.Equal($$"""{"error":"invalid {{encoding}} request body","code":"invalid_{{encoding}}"}""", noArchive.Body);
        Assert.Empty(await project.ItemsAsync("events"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_may_unpack_to_8_MiB_and_no_further_however_small_it_is(string encoding)
    {
        var project = await emulator.App.NewProjectAsync();
        var bomb = Pack(encoding, Event.PadRight(InflatedBytes + 1));
        Assert.True(bomb.Length < 10_240);

        Assert.Equal(201, (await PostAsync(project, TestProject.EventsPath, encoding, Pack(encoding, Event.PadRight(InflatedBytes)))).Status);
        foreach (var path in new[] { TestProject.EventsPath, TestProject.CheckInsPath, TestProject.DeploymentsPath })
        {
            var answer = await PostAsync(project, path, encoding, bomb);

            Assert.Equal(413, answer.Status);
            Assert.Equal("""{"error":"telemetry payload decompressed bytes exceeds 8388608","code":"decompressed_bytes","limit":8388608}""", answer.Body);
        }
    }

    private static byte[] Pack(string encoding, string body)
    {
        var packed = new MemoryStream();
        using (var packing = Packing(encoding, packed))
        {
            packing.Write(Encoding.UTF8.GetBytes(body));
        }

        return packed.ToArray();
    }

    private static Stream Packing(string encoding, Stream to) => encoding.ToLowerInvariant() switch
    {
        "br" => new BrotliStream(to, CompressionLevel.Fastest),
        "deflate" => new ZLibStream(to, CompressionLevel.SmallestSize),
        "identity" => to,
        _ => new GZipStream(to, CompressionLevel.SmallestSize),
    };

    private static async Task<Answer> PostAsync(TestProject project, string path, string encoding, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return await project.PostAsync(path, body);
    }
}
