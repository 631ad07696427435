using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Logister.Core.Events;

/// <summary>
/// The stored form of an event: one JSON object, fields in a fixed order, absent ones left out. Readers skip what they
/// do not know, so a field can be added without a new segment version.
/// </summary>
internal static class EventCodec
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        // Stored bytes are never put into HTML as they are; escaping less compresses better.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Encode(TelemetryEvent value)
    {
        var buffer = new ArrayBufferWriter<byte>(value.Context.Length + 512);
        using var json = new Utf8JsonWriter(buffer, WriterOptions);
        Write(json, value);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, TelemetryEvent value)
    {
        json.WriteStartObject();
        if (value.Uuid is { } uuid)
        {
            json.WriteString("uuid"u8, uuid);
        }

        json.WriteString("type"u8, value.Type.Name());
        Optional(json, "level"u8, value.Level);
        json.WriteString("message"u8, value.Message);
        Optional(json, "fingerprint"u8, value.Fingerprint);
        json.WriteString("occurred_at"u8, value.OccurredAt.UtcDateTime);
        json.WriteString("environment"u8, value.Environment);
        Optional(json, "release"u8, value.Release);
        Optional(json, "trace_id"u8, value.TraceId);
        Optional(json, "request_id"u8, value.RequestId);
        Optional(json, "session_id"u8, value.SessionId);
        Optional(json, "user_id"u8, value.UserId);
        Optional(json, "transaction_name"u8, value.TransactionName);
        if (value.DurationMs is { } duration)
        {
            json.WriteNumber("duration_ms"u8, duration);
        }

        Optional(json, "status"u8, value.Status);
        WriteDetails(json, value);
        json.WritePropertyName("context"u8);
        json.WriteRawValue(value.Context.Span, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, TelemetryEvent value)
    {
        if (value.Error is { } error)
        {
            json.WriteStartObject("error"u8);
            json.WriteString("mechanism"u8, error.Mechanism);
            json.WriteString("key"u8, error.Key);
            Optional(json, "class"u8, error.ExceptionClass);
            json.WriteEndObject();
        }

        if (value.CheckIn is { } checkIn)
        {
            json.WriteStartObject("check_in"u8);
            json.WriteString("slug"u8, checkIn.Slug);
            json.WriteString("status"u8, checkIn.Status);
            json.WriteNumber("interval"u8, checkIn.ExpectedIntervalSeconds);
            if (checkIn.GraceSeconds is { } grace)
            {
                json.WriteNumber("grace"u8, grace);
            }

            json.WriteEndObject();
        }

        if (value.Span is { } span)
        {
            json.WriteStartObject("span"u8);
            json.WriteString("span_id"u8, span.SpanId);
            Optional(json, "parent_span_id"u8, span.ParentSpanId);
            json.WriteString("kind"u8, span.Kind);
            json.WriteString("ended_at"u8, span.EndedAt.UtcDateTime);
            json.WriteEndObject();
        }

        if (value.Deployment is { } deployment)
        {
            json.WriteStartObject("deployment"u8);
            json.WriteString("repository"u8, deployment.Repository);
            json.WriteString("commit_sha"u8, deployment.CommitSha);
            Optional(json, "branch"u8, deployment.Branch);
            json.WriteStartObject("links"u8);
            foreach (var (name, link) in deployment.Links)
            {
                json.WriteString(name, link);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
