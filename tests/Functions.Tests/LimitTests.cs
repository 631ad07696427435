using System.Text;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>Each limit of the wire contract at its last allowed and its first refused value, on both POSTs.</summary>
public sealed class LimitTests(Emulator emulator)
{
    private const int RequestBytes = 2_097_152;

    // What the two envelopes below weigh before anything is added: keys and scalars, each with four bytes more.
    private const int EventWeight = 37;
    private const int CheckInWeight = 13;

    public static TheoryData<string> Paths => [TestProject.EventsPath, TestProject.CheckInsPath];

    [Theory]
    [MemberData(nameof(Paths))]
    public Task A_message_may_have_64_KiB(string path) =>
        AssertLimitAsync(path, "message_bytes", 65_536, length => $"\"message\":\"{Characters(length)}\"");

    [Theory]
    [MemberData(nameof(Paths))]
    public Task A_context_may_nest_16_deep(string path) =>
        AssertLimitAsync(path, "context_depth", 16, depth => "\"context\":" + Repeat("{\"a\":", depth - 1) + "1" + Repeat("}", depth - 1));

    [Theory]
    [MemberData(nameof(Paths))]
    public Task An_envelope_may_have_512_keys(string path)
    {
        var others = path == TestProject.EventsPath ? 3 : 2;
        return AssertLimitAsync(
            path, "context_keys", 512, keys => "\"context\":{" + string.Join(',', Enumerable.Range(0, keys - others).Select(key => $"\"k{key}\":1")) + "}");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public Task An_array_may_have_1000_elements(string path) =>
        AssertLimitAsync(path, "array_length", 1000, length => "\"context\":{\"list\":[" + string.Join(',', Enumerable.Repeat('1', length)) + "]}");

    [Theory]
    [MemberData(nameof(Paths))]
    public Task A_string_may_have_256_KiB(string path) =>
        AssertLimitAsync(path, "string_bytes", 262_144, length => $"\"context\":{{\"text\":\"{Characters(length)}\"}}");

    [Theory]
    [MemberData(nameof(Paths))]
    public Task An_envelope_may_have_a_mebibyte_of_keys_and_values(string path)
    {
        const int FullString = 262_144;
        const int FiveKeys = 4 + 7 + (4 * 5);
        const int FourValues = 4 * 4;
        var weight = path == TestProject.EventsPath ? EventWeight : CheckInWeight;
        return AssertLimitAsync(path, "event_bytes", 1_048_576, total =>
        {
            var last = total - weight - FiveKeys - FourValues - (3 * FullString);
            return $"\"context\":{{\"a\":\"{Characters(FullString)}\",\"b\":\"{Characters(FullString)}\",\"c\":\"{Characters(FullString)}\",\"d\":\"{Characters(last)}\"}}";
        });
    }

    [Theory]
    [InlineData(TestProject.EventsPath, false)]
    [InlineData(TestProject.EventsPath, true)]
    [InlineData(TestProject.CheckInsPath, false)]
    [InlineData(TestProject.CheckInsPath, true)]
    [InlineData(TestProject.DeploymentsPath, false)]
    public async Task A_request_may_have_2_MiB_whether_or_not_it_says_its_length(string path, bool chunked)
    {
        var project = await emulator.App.NewProjectAsync();
        var json = path == TestProject.DeploymentsPath
            ? """{"deployment":{"release":"1","repository":"a/b","commit_sha":"1234567"}}"""
            : Envelope(path, "\"context\":{}");

        Assert.Equal(201, (await PostAsync(json.PadRight(RequestBytes))).Status);
        var refused = await PostAsync(json.PadRight(RequestBytes + 1));

        Assert.Equal(413, refused.Status);
        Assert.Equal("""{"error":"telemetry request exceeds 2097152 bytes","code":"request_bytes","limit":2097152}""", refused.Body);

        async Task<Answer> PostAsync(string body)
        {
            using HttpContent content = chunked
                ? new StreamContent(new UnseekableStream(Encoding.UTF8.GetBytes(body)))
                : new StringContent(body, Encoding.UTF8, "application/json");
            return await project.PostAsync(path, content);
        }
    }

    [Fact]
    public async Task Text_is_measured_in_bytes_and_not_in_characters()
    {
        var project = await emulator.App.NewProjectAsync();

        var kept = await project.PostAsync(TestProject.EventsPath, Envelope(TestProject.EventsPath, $"\"message\":\"{Repeat("é", 32_768)}\""));
        var refused = await project.PostAsync(TestProject.EventsPath, Envelope(TestProject.EventsPath, $"\"message\":\"{Repeat("é", 32_769)}\""));

        Assert.Equal(201, kept.Status);
        Assert.Equal(65_538, refused.Json.GetProperty("actual").GetInt64());
    }

    private async Task AssertLimitAsync(string path, string code, int limit, Func<int, string> fieldsOf)
    {
        var project = await emulator.App.NewProjectAsync();

        var kept = await project.PostAsync(path, Envelope(path, fieldsOf(limit)));
        var refused = await project.PostAsync(path, Envelope(path, fieldsOf(limit + 1)));

        Assert.True(kept.Status == 201, kept.Body);
        Assert.Equal(413, refused.Status);
        Assert.Equal(
            $$"""{"error":"telemetry payload {{code.Replace('_', ' ')}} exceeds {{limit}}","code":"{{code}}","limit":{{limit}},"actual":{{limit + 1}}}""",
            refused.Body);
        Assert.Equal("application/json; charset=utf-8", refused.Headers["Content-Type"]);
        await project.StoredAsync(kept.Json.GetProperty("id").GetString()!);
        Assert.Single(await project.ItemsAsync("events"));
    }

    private static string Envelope(string path, string fields) => path == TestProject.EventsPath
        ? $$"""{"event":{"event_type":"log",{{(fields.StartsWith("\"message\"", StringComparison.Ordinal) ? "" : "\"message\":\"m\",")}}{{fields}} } }"""
        : $$"""{"check_in":{"slug":"m",{{fields}} } }""";

    private static string Characters(int count) => new('x', count);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>Has no length to tell, so that it is sent in chunks.</summary>
    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
