using System.IO.Compression;
using System.Text;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>Many envelopes in one request: all of them or none.</summary>
public sealed class BatchTests(Emulator emulator)
{
    private const string U = "00000000-0000-4000-8000-000000000001";
    private const string V = "00000000-0000-4000-8000-000000000002";

    /// <summary>The error table of the contract: lines, status, code, message.</summary>
    public static TheoryData<string, int, string, string> BadLines => new()
    {
        { "", 400, "empty_batch", "telemetry batch must contain at least one event" },
        { "\n \r\n\t\n", 400, "empty_batch", "telemetry batch must contain at least one event" },
        { "{", 400, "invalid_json", "telemetry batch line 1 is invalid JSON: near byte 1 of the line" },
        { "\n\n{x", 400, "invalid_json", "telemetry batch line 3 is invalid JSON: near byte 1 of the line" },
        { Sender.Line(new(U)) + "\n[1]", 400, "invalid_envelope", "telemetry batch line 2 must contain an envelope object" },
        { "\"event\"", 400, "invalid_envelope", "telemetry batch line 1 must contain an envelope object" },
        { "{}", 400, "missing_event", "telemetry batch line 1 must contain an event object" },
        { "{\"EVENT\":{\"uuid\":\"" + U + "\"}}", 400, "missing_event", "telemetry batch line 1 must contain an event object" },
        { "{\"event\":[]}", 400, "missing_event", "telemetry batch line 1 must contain an event object" },
        { "{\"event\":{\"message\":\"m\"}}", 400, "missing_identity", "telemetry batch line 1 requires a nonblank uuid or event_id" },
        { "{\"event\":{\"uuid\":\" \",\"event_id\":null}}", 400, "missing_identity", "telemetry batch line 1 requires a nonblank uuid or event_id" },
        { "{\"event\":{\"uuid\":\"x\"}}", 400, "invalid_identity", "telemetry batch line 1 uuid/event_id must be a valid UUID" },
        { "{\"event\":{\"eventId\":5}}", 400, "invalid_identity", "telemetry batch line 1 uuid/event_id must be a valid UUID" },
        {
            "{\"event\":{\"uuid\":\"" + U + "\",\"event_id\":\"" + V + "\"}}", 400, "conflicting_identity",
            "telemetry batch line 1 uuid and event_id must identify the same envelope"
        },
        { "{\"event\":{\"uuid\":\"" + U + "\",\"a\":" + new string('[', 100) + new string(']', 100) + "}}", 400, "invalid_json", "telemetry batch line 1 is invalid JSON:" },
        { string.Join('\n', Enumerable.Range(0, 101).Select(static _ => Sender.Line(Guid.NewGuid()))), 413, "event_count", "telemetry batch exceeds 100 events" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_batch_that_cannot_be_taken_apart_is_told_the_line_and_nothing_else(string lines, int status, string code, string error)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await emulator.App.PostBatchAsync(project.WriteToken, lines);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Json.GetProperty("code").GetString());
        Assert.StartsWith(error, answer.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(["code", "error"], answer.Json.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
        Assert.True(answer.Headers.ContainsKey("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task An_envelope_over_a_limit_is_answered_as_a_single_one_is()
    {
        var project = await emulator.App.NewProjectAsync();
        var lines = Sender.Line(Guid.NewGuid()) + "\n" + Sender.Line(Guid.NewGuid(), $"\"event_type\":\"log\",\"message\":\"{new string('x', 65_537)}\"");

        var answer = await emulator.App.PostBatchAsync(project.WriteToken, lines);

        Assert.Equal(413, answer.Status);
        Assert.Equal("""{"error":"telemetry payload message bytes exceeds 65536","code":"message_bytes","limit":65536,"actual":65537}""", answer.Body);
    }

    [Fact]
    public async Task Only_the_media_types_of_lines_of_JSON_are_taken()
    {
        var project = await emulator.App.NewProjectAsync();

        var refused = await emulator.App.PostAsync(Sender.BatchPath, project.WriteToken, Sender.Line(Guid.NewGuid()));
        using var body = new StringContent(Sender.Line(Guid.NewGuid()), Encoding.UTF8, "application/ndjson");
        var taken = await project.PostAsync(Sender.BatchPath, body);

        Assert.Equal(415, refused.Status);
        Assert.Equal("""{"error":"Batch ingest requires application/x-ndjson","code":"unsupported_content_type"}""", refused.Body);
        Assert.Equal(202, taken.Status);
    }

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, zstd", "zstd")]
    [InlineData("gzip, br", "gzip, br")]
    public async Task An_encoding_nobody_knows_is_named(string encoding, string named)
    {
        var project = await emulator.App.NewProjectAsync();

        var answer = await emulator.App.PostBatchAsync(project.WriteToken, [1, 2, 3], encoding);

        Assert.Equal(415, answer.Status);
        Assert.Equal($$"""{"error":"unsupported telemetry batch content encoding: {{named}}","code":"unsupported_encoding"}""", answer.Body);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A11_compressed_batches_are_unpacked_and_never_half_of_them(string encoding)
    {
        var project = await emulator.App.NewProjectAsync();
        var lines = string.Join('\n', Enumerable.Range(0, 50).Select(static _ => Sender.Line(Guid.NewGuid())));
        var packed = Pack(encoding, lines);

        var whole = await emulator.App.PostBatchAsync(project.WriteToken, packed, encoding.ToUpperInvariant());

        Assert.Equal(202, whole.Status);
        Assert.Equal(50, whole.Json.GetProperty("accepted").GetInt32());
        foreach (var cut in new[] { 1, 4, 8, packed.Length / 2 })
        {
            var damaged = await emulator.App.PostBatchAsync(project.WriteToken, packed[..^cut], encoding);

            Assert.Equal(400, damaged.Status);
            Assert.Equal("invalid_" + encoding, damaged.Json.GetProperty("code").GetString());
            Assert.StartsWith($"invalid {encoding} telemetry batch: ", damaged.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_batch_that_is_too_long_is_refused_packed_and_unpacked()
    {
        var project = await emulator.App.NewProjectAsync();

        var wire = await emulator.App.PostBatchAsync(project.WriteToken, new string(' ', (2 << 20) + 1));
        var inflated = await emulator.App.PostBatchAsync(project.WriteToken, Pack("gzip", new string(' ', (8 << 20) + 1)), "gzip");

        Assert.Equal(413, wire.Status);
        Assert.Equal("""{"error":"telemetry batch exceeds 2097152 bytes","code":"compressed_bytes"}""", wire.Body);
        Assert.Equal(413, inflated.Status);
        Assert.Equal("""{"error":"telemetry batch exceeds 8388608 decompressed bytes","code":"decompressed_bytes"}""", inflated.Body);
    }

    [Fact]
    public async Task A_batch_is_accepted_as_a_whole_and_answered_in_its_order()
    {
        var project = await emulator.App.NewProjectAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var lines = $"\n{Sender.Line(first)}\r\n{Sender.Line(second, "\"event_type\":\"span\",\"trace_id\":\"t\",\"span_id\":\"s\"")}\n{Sender.Line(first)}\n";

        var answer = await emulator.App.PostBatchAsync(project.WriteToken, lines, ("X-Logister-Batch-Id", new string('b', 200)));

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            $$"""
            {"schema_version":1,"batch_id":"{{new string('b', 128)}}","status":"accepted","accepted":3,"duplicates":1,"results":[
            {"index":0,"status":"accepted","type":"event","id":"{{first}}","duplicate":false},
            {"index":1,"status":"accepted","type":"span","id":"{{second}}","duplicate":false},
            {"index":2,"status":"accepted","type":"event","id":"{{first}}","duplicate":true}]}
            """.ReplaceLineEndings(string.Empty),
            answer.Body);
        Assert.Equal(first.ToString(), (await project.ItemsAsync("events", count: 1))[0].GetProperty("uuid").GetString());
    }

    [Fact]
    public async Task A3_one_invalid_envelope_rolls_the_batch_back_and_repeats_stay_accepted()
    {
        var project = await emulator.App.NewProjectAsync();
        var (known, valid, invalid) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await emulator.App.PostBatchAsync(project.WriteToken, Sender.Line(known));

        var answer = await emulator.App.PostBatchAsync(
            project.WriteToken, $"{Sender.Line(known)}\n{Sender.Line(valid)}\n{Sender.Line(invalid, "\"event_type\":\"log\"")}");

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            $$"""
            {"schema_version":1,"status":"rejected","results":[
            {"index":0,"status":"accepted","type":"event","id":"{{known}}","duplicate":true},
            {"index":1,"status":"rolled_back","type":"event","errors":["Batch was rolled back because another envelope was invalid"]},
            {"index":2,"status":"rejected","type":"event","errors":["Message can\u0027t be blank"]}]}
            """.ReplaceLineEndings(string.Empty),
            answer.Body);
        await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"after\"");
        Assert.DoesNotContain(await project.ItemsAsync("events", count: 2), item => item.GetProperty("uuid").GetString() == valid.ToString());
    }

    [Fact]
    public async Task A_hundred_envelopes_are_one_storage_call()
    {
        var calls = new StorageCalls();
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Policy = calls, Stores = false });
        var project = await app.NewProjectAsync();
        await app.PostBatchAsync(project.WriteToken, Sender.Line(Guid.NewGuid()));
        calls.Forget();

        var answer = await app.PostBatchAsync(project.WriteToken, string.Join('\n', Enumerable.Range(0, 94).Select(static _ => Sender.Line(Guid.NewGuid()))));

        Assert.Equal(202, answer.Status);
        Assert.Single(calls.Made, static call => call.StartsWith("POST /ingest/messages", StringComparison.Ordinal));
    }

    private static byte[] Pack(string encoding, string text)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        })
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
