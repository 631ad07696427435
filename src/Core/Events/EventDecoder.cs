using System.Runtime.InteropServices;
using System.Text.Json;

namespace Logister.Core.Events;

/// <summary>Reads what <see cref="EventCodec"/> wrote, in this version of the app or an earlier one.</summary>
internal static class EventDecoder
{
    /// <exception cref="JsonException">The bytes are not an event.</exception>
    public static TelemetryEvent Decode(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        try
        {
            return Decode(document.RootElement);
        }
        catch (Exception mistyped) when (mistyped is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new JsonException("A stored event lacks a field or has one of another type.", mistyped);
        }
    }

    private static TelemetryEvent Decode(JsonElement root)
    {
        if (!EventTypeNames.TryParse(Text(root, "type"), out var type) || Text(root, "message") is not { } message)
        {
            throw new JsonException("A stored event has no known type or no message.");
        }

        return new TelemetryEvent
        {
            Type = type,
            Message = message,
            Uuid = root.TryGetProperty("uuid", out var uuid) ? uuid.GetGuid() : null,
            Level = Text(root, "level"),
            Fingerprint = Text(root, "fingerprint"),
            OccurredAt = Time(root, "occurred_at"),
            Environment = Text(root, "environment") ?? throw new JsonException("A stored event has no environment."),
            Release = Text(root, "release"),
            TraceId = Text(root, "trace_id"),
            RequestId = Text(root, "request_id"),
            SessionId = Text(root, "session_id"),
            UserId = Text(root, "user_id"),
            TransactionName = Text(root, "transaction_name"),
            DurationMs = root.TryGetProperty("duration_ms", out var duration) ? duration.GetDouble() : null,
            Status = Text(root, "status"),
            Error = Error(root),
            CheckIn = CheckIn(root),
            Span = Span(root),
            Deployment = Deployment(root),
            Context = root.TryGetProperty("context", out var context) ? JsonMarshal.GetRawUtf8Value(context).ToArray() : "{}"u8.ToArray(),
        };
    }

    private static ErrorDetails? Error(JsonElement root) => root.TryGetProperty("error", out var error)
        ? new ErrorDetails(Required(error, "mechanism"), Required(error, "key"), Text(error, "class"))
        : null;

    private static CheckInDetails? CheckIn(JsonElement root) => root.TryGetProperty("check_in", out var checkIn)
        ? new CheckInDetails(
            Required(checkIn, "slug"),
            Required(checkIn, "status"),
            checkIn.GetProperty("interval").GetInt64(),
            checkIn.TryGetProperty("grace", out var grace) ? grace.GetInt64() : null)
        : null;

    private static SpanDetails? Span(JsonElement root) => root.TryGetProperty("span", out var span)
        ? new SpanDetails(Required(span, "span_id"), Text(span, "parent_span_id"), Required(span, "kind"), Time(span, "ended_at"))
        : null;

    private static DeploymentDetails? Deployment(JsonElement root) => root.TryGetProperty("deployment", out var deployment)
        ? new DeploymentDetails(
            Required(deployment, "repository"),
            Required(deployment, "commit_sha"),
            Text(deployment, "branch"),
            deployment.GetProperty("links").EnumerateObject().ToDictionary(link => link.Name, link => link.Value.GetString() ?? string.Empty, StringComparer.Ordinal))
        : null;

    private static DateTimeOffset Time(JsonElement parent, string name) =>
        new(parent.GetProperty(name).GetDateTime(), TimeSpan.Zero);

    private static string Required(JsonElement parent, string name) =>
        Text(parent, name) ?? throw new JsonException($"A stored event has no {name}.");

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
