using System.Net.Http.Headers;
using System.Text;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>Sends what an ordinary client would not: any method, token, header and body.</summary>
internal static class Sender
{
    public const string BatchPath = "api/v1/ingest_events/batch";
    public const string MobileTokensPath = "api/v1/mobile_ingest_tokens";
    public const string SomeEvent = """{"event":{"event_type":"log","message":"m"}}""";
    public const string SomeCheckIn = """{"check_in":{"slug":"nightly"}}""";

    public static async Task<Answer> SendAsync(
        this TestApp app, HttpMethod method, string path, string? token, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public static async Task<Answer> PostAsync(this TestApp app, string path, string? token, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await app.SendAsync(HttpMethod.Post, path, token, body);
    }

    public static Task<Answer> PostBatchAsync(this TestApp app, string token, string lines, params (string Name, string Value)[] headers) =>
        app.PostBatchAsync(token, Encoding.UTF8.GetBytes(lines), encoding: null, headers);

    public static async Task<Answer> PostBatchAsync(
        this TestApp app, string token, byte[] bytes, string? encoding, params (string Name, string Value)[] headers)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        if (encoding is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        return await app.SendAsync(HttpMethod.Post, BatchPath, token, body, headers);
    }

    /// <summary>A line of a batch.</summary>
    public static string Line(Guid uuid, string fields = "\"event_type\":\"log\",\"message\":\"m\"") =>
        $$$"""{"event":{"uuid":"{{{uuid}}}",{{{fields}}}}}""";
}
