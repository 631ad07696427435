using System.Text.Json;
using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>
/// Turns an envelope into the event that is stored. Nothing sent is dropped but hardware ids and a client's own
/// evidence object; the server's evidence is not stored, as every part of it follows from the event and its address.
/// </summary>
public static class EventNormaliser
{
    /// <summary>Normalises, redacts and validates one event or span.</summary>
    /// <param name="envelope">The root of <see cref="Envelope.OfEvent"/>.</param>
    /// <param name="rules">The project's rules.</param>
    /// <param name="receivedAt">When the request was received; stands in for a time that is missing or not believable.</param>
    /// <param name="projectId">The project, part of the identity of spans that brought none.</param>
    /// <exception cref="InvalidEventException">The event cannot be stored.</exception>
    public static TelemetryEvent Normalise(JsonElement envelope, IngestRules rules, DateTimeOffset receivedAt, Guid projectId)
    {
        var fields = new EnvelopeFields(envelope);
        return fields.Top["event_type"] is { ValueKind: JsonValueKind.String } type && type.ValueEquals("span"u8)
            ? SpanNormaliser.Normalise(fields, rules, receivedAt, projectId)
            : Normalise(fields, rules, receivedAt);
    }

    private static TelemetryEvent Normalise(EnvelopeFields fields, IngestRules rules, DateTimeOffset receivedAt)
    {
        var errors = new List<string>();
        var type = ReadType(fields.Top["event_type"], errors);
        var identity = ClientIdentity.Read(fields.Top, errors);
        var message = Message(fields.Top["message"], rules);
        if (message is null)
        {
            errors.Add("Message can't be blank");
        }

        if (errors.Count > 0 || message is null)
        {
            throw new InvalidEventException(errors);
        }

        var sentTime = type == EventType.CheckIn ? fields.TopFirst("occurred_at", "checked_at") : fields.Top["occurred_at"];
        var occurredAt = EventTime.Of(fields, sentTime, receivedAt);
        var environment = EnvelopeFields.Column(fields["environment"]) ?? rules.DefaultEnvironment;
        var fingerprint = fields.Top["fingerprint"].Text() is { } sent ? Redactor.Redact(sent) : null;
        var checkIn = type == EventType.CheckIn ? CheckInFields.OfEvent(fields, message) : null;

        return new TelemetryEvent
        {
            Type = type,
            Uuid = identity.Uuid,
            Level = EnvelopeFields.Column(fields.Top["level"]),
            Message = message,
            Fingerprint = fingerprint,
            OccurredAt = occurredAt,
            Environment = environment,
            Release = EnvelopeFields.Column(fields["release"]),
            TraceId = CorrelationIds.TraceId(fields),
            RequestId = EnvelopeFields.Column(fields["request_id"]),
            SessionId = EnvelopeFields.Column(fields["session_id"]),
            UserId = CorrelationIds.UserId(fields),
            TransactionName = EnvelopeFields.Column(fields["transaction_name"]),
            DurationMs = fields["duration_ms"].Duration(),
            Status = checkIn?.Status ?? Status(fields),
            Error = type == EventType.Error ? ErrorGrouping.Of(fingerprint, message, fields["exception"], fields["backtrace"]) : null,
            CheckIn = checkIn,
            Deployment = DeploymentFields.Witnessed(fields),
            Context = WriteContext(fields, type, identity, environment, occurredAt, rules),
        };
    }

    private static EventType ReadType(JsonElement sent, List<string> errors)
    {
        var type = EventType.Error;
        var known = sent.ValueKind switch
        {
            JsonValueKind.String => EventTypeNames.TryParse(sent.GetString(), out type),
            JsonValueKind.Number when sent.TryGetInt32(out var number) && number >= 0 => Enum.IsDefined(type = (EventType)number),
            _ => false,
        };
        if (!known || !EventTypeNames.InFeed.Contains(type))
        {
            errors.Add("Event type is not included in the list");
        }

        return type;
    }

    /// <summary>A message should be text; whatever else was sent is better than nothing.</summary>
    private static string? Message(JsonElement sent, IngestRules rules)
    {
        if (sent.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return sent.IsBlank() ? null : ContextWriter.Text(sent, rules.Redaction);
        }

        return sent.Text() is { } text ? Redactor.Redact(text) : null;
    }

    private static string? Status(EnvelopeFields fields) =>
        EnvelopeFields.Column(fields["status"])
        ?? EnvelopeFields.Column(fields["transaction_status"])
        ?? EnvelopeFields.Column(fields["check_in_status"]);

    private static ReadOnlyMemory<byte> WriteContext(
        EnvelopeFields fields, EventType type, ClientIdentity identity, string environment, DateTimeOffset occurredAt, IngestRules rules)
    {
        var additions = new ContextAdditions(fields);
        additions.MoveAllBut(name => name == identity.Field || IsColumn(fields, name, occurredAt));
        LiftedFields.Lift(fields, type, additions);
        additions.Lift("environment", environment);
        return ContextWriter.Write(fields.ContextRoot, additions.Span, rules.Redaction);
    }

    /// <summary>A column holds all that was sent, unless the value was of a kind the column cannot hold or was not believed.</summary>
    private static bool IsColumn(EnvelopeFields fields, string name, DateTimeOffset occurredAt) => name switch
    {
        "occurred_at" => fields.Top[name].IsBlank() || TimeText.Read(fields.Top[name]) == occurredAt,
        "level" or "fingerprint" => fields.Top[name].ValueKind is not (JsonValueKind.Object or JsonValueKind.Array),
        _ => name is "event_type" or "message" or "context",
    };
}
