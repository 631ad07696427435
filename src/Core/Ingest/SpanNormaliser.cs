using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>Turns an envelope of type <c>span</c> into the event that is stored.</summary>
internal static class SpanNormaliser
{
    private const string DefaultKind = "internal";

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "app", "browser", "cache", "db", "http", "internal", "queue", "render", "resource", "server",
    };

    public static TelemetryEvent Normalise(EnvelopeFields fields, IngestRules rules, DateTimeOffset receivedAt, Guid projectId)
    {
        var errors = new List<string>();
        var identity = ClientIdentity.Read(fields.Top, errors);
        var trace = Id(fields, "trace_id", "traceId");
        var span = Id(fields, "span_id", "spanId");
        if (trace.Text() is not { } traceId)
        {
            traceId = string.Empty;
            errors.Add("Trace can't be blank");
        }

        if (span.Text() is not { } spanId)
        {
            spanId = string.Empty;
            errors.Add("Span can't be blank");
        }

        if (errors.Count > 0)
        {
            throw new InvalidEventException(errors);
        }

        var parent = Id(fields, "parent_span_id", "parentSpanId");
        var kind = Kind(fields);
        var environment = EnvelopeFields.Column(fields["environment"]) ?? rules.DefaultEnvironment;
        var duration = fields.TopFirst("duration_ms").Duration() ?? 0;
        var startedAt = EventTime.Believable(StartedAt(fields), receivedAt);

        return new TelemetryEvent
        {
            Type = EventType.Span,
            Uuid = identity.Uuid ?? NameBasedUuid.Of($"logister:span:{projectId:D}:{traceId}:{spanId}"),
            Level = EnvelopeFields.Column(fields.Top["level"]),
            Message = Redactor.Redact(Name(fields)),
            Fingerprint = fields.Top["fingerprint"].Text() is { } fingerprint ? Redactor.Redact(fingerprint) : null,
            OccurredAt = startedAt,
            Environment = environment,
            Release = EnvelopeFields.Column(fields["release"]),
            TraceId = EnvelopeFields.Column(traceId),
            RequestId = EnvelopeFields.Column(fields["request_id"]),
            SessionId = EnvelopeFields.Column(fields["session_id"]),
            UserId = CorrelationIds.UserId(fields),
            TransactionName = EnvelopeFields.Column(fields["transaction_name"]),
            DurationMs = duration,
            Status = EnvelopeFields.Column(fields.TopFirst("status")),
            Span = new SpanDetails(EnvelopeFields.Column(spanId), Parent(parent), kind, EndedAt(fields, startedAt, duration, receivedAt)),
            Context = WriteContext(fields, name => name == identity.Field || IsColumn(fields, name, startedAt), (trace, span, parent), kind, environment, rules),
        };
    }

    private static JsonElement Id(EnvelopeFields fields, string name, string nestedName) =>
        fields.TopFirst(name) is var found && !found.IsBlank() ? found : CorrelationIds.TraceMember(fields, nestedName, name);

    private static string? Parent(JsonElement sent) =>
        EnvelopeFields.Column(sent) is { } parent && parent.AsSpan().ContainsAnyExcept('0', '-') ? parent : null;

    private static string Kind(EnvelopeFields fields)
    {
        var sent = fields.TopFirst("kind", "span_kind").Text()?.Trim().ToLowerInvariant();
        return sent is not null && Kinds.Contains(sent) ? sent : DefaultKind;
    }

    private static string Name(EnvelopeFields fields) =>
        fields.Top["name"].Text()
        ?? fields.Top["message"].Text()
        ?? fields.Context["name"].Text()
        ?? fields.Context["span_name"].Text()
        ?? "span";

    private static DateTimeOffset? StartedAt(EnvelopeFields fields) =>
        TimeText.Read(fields.Top["started_at"]) ?? TimeText.Read(fields.Top["occurred_at"]) ?? TimeText.Read(fields.Context["started_at"]);

    private static DateTimeOffset EndedAt(EnvelopeFields fields, DateTimeOffset startedAt, double duration, DateTimeOffset receivedAt)
    {
        if (TimeText.Read(fields.TopFirst("ended_at")) is { } sent && sent <= receivedAt + EventTime.FutureTolerance)
        {
            return sent;
        }

        var left = (DateTimeOffset.MaxValue - startedAt).TotalMilliseconds - 1;
        return TimeText.ToMicroseconds(startedAt.AddMilliseconds(Math.Min(duration, left)));
    }

    /// <summary>Name and start have several spellings; those that say something else than the column stay in the context.</summary>
    private static bool IsColumn(EnvelopeFields fields, string name, DateTimeOffset startedAt) => name switch
    {
        "message" or "name" => fields.Top[name].Text() == Name(fields),
        "occurred_at" or "started_at" => TimeText.Read(fields.Top[name]) == startedAt,
        "level" or "fingerprint" => fields.Top[name].ValueKind is not (JsonValueKind.Object or JsonValueKind.Array),
        _ => name is "event_type" or "context",
    };

    private static ReadOnlyMemory<byte> WriteContext(
        EnvelopeFields fields,
        Func<string, bool> isColumn,
        (JsonElement Trace, JsonElement Span, JsonElement Parent) ids,
        string kind,
        string environment,
        IngestRules rules)
    {
        var additions = new ContextAdditions(fields);
        additions.MoveAllBut(isColumn);
        additions.Lift("trace_id", ids.Trace);
        additions.Lift("span_id", ids.Span);
        additions.Lift("parent_span_id", ids.Parent);
        additions.Lift("span_kind", kind);
        additions.Lift("environment", environment);
        return ContextWriter.Write(fields.ContextRoot, additions.Span, rules.Redaction);
    }
}
