using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Monitors;

namespace Logister.Core.Ingest;

/// <summary>Turns a heartbeat into the event of type <c>check_in</c> that is stored, as if it had come as an event.</summary>
public static class CheckInNormaliser
{
    /// <summary>Normalises, redacts and validates one check-in.</summary>
    /// <param name="envelope">The root of <see cref="Envelope.OfCheckIn"/>.</param>
    /// <param name="rules">The project's rules.</param>
    /// <param name="receivedAt">When the request was received; stands in for a time that is missing or not believable.</param>
    /// <exception cref="InvalidEventException">The check-in names no job, or its uuid is none.</exception>
    public static TelemetryEvent Normalise(JsonElement envelope, IngestRules rules, DateTimeOffset receivedAt)
    {
        var fields = new EnvelopeFields(envelope);
        var errors = new List<string>();
        var identity = ClientIdentity.Read(fields.Top, errors);
        if (EnvelopeFields.Column(fields.Top["slug"]) is not { } slug)
        {
            errors.Add("Message can't be blank");
            throw new InvalidEventException(errors);
        }

        if (errors.Count > 0)
        {
            throw new InvalidEventException(errors);
        }

        var checkIn = CheckInFields.Of(fields, slug, EnvelopeFields.Column(fields.Top["status"]));
        var sentTime = fields.TopFirst("occurred_at", "checked_at");
        var occurredAt = EventTime.Of(fields, sentTime, receivedAt);
        var environment = EnvelopeFields.Column(fields["environment"]) ?? rules.DefaultEnvironment;

        return new TelemetryEvent
        {
            Type = EventType.CheckIn,
            Uuid = identity.Uuid,
            Level = CheckInStatus.OutcomeOf(checkIn.Status) == CheckInOutcome.Failed ? "error" : "info",
            Message = slug,
            OccurredAt = occurredAt,
            Environment = environment,
            Release = EnvelopeFields.Column(fields["release"]),
            TraceId = CorrelationIds.TraceId(fields),
            RequestId = EnvelopeFields.Column(fields["request_id"]),
            SessionId = EnvelopeFields.Column(fields["session_id"]),
            UserId = CorrelationIds.UserId(fields),
            TransactionName = EnvelopeFields.Column(fields["transaction_name"]),
            DurationMs = fields["duration_ms"].Duration() is { } duration && duration > 0 ? duration : null,
            Status = checkIn.Status,
            CheckIn = checkIn,
            Deployment = DeploymentFields.Witnessed(fields),
            Context = WriteContext(fields, identity, checkIn, environment, occurredAt, rules),
        };
    }

    private static ReadOnlyMemory<byte> WriteContext(
        EnvelopeFields fields, ClientIdentity identity, CheckInDetails checkIn, string environment, DateTimeOffset occurredAt, IngestRules rules)
    {
        var additions = new ContextAdditions(fields);
        additions.MoveAllBut(name => name == identity.Field || name is "slug" or "status" or "context"
            || (name is "occurred_at" or "checked_at" && TimeText.Read(fields.Top[name]) == occurredAt));
        additions.Lift("check_in_slug", checkIn.Slug);
        additions.Lift("check_in_status", checkIn.Status);
        additions.Lift("expected_interval_seconds", checkIn.ExpectedIntervalSeconds);
        additions.Lift("environment", environment);
        return ContextWriter.Write(fields.ContextRoot, additions.Span, rules.Redaction);
    }
}
