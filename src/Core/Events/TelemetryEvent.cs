namespace Logister.Core.Events;

/// <summary>
/// One event as it is stored: normalised, redacted, immutable. Its address (segment and index) is not part of it,
/// so the same bytes can be sealed again when a send failed.
/// </summary>
public sealed record TelemetryEvent
{
    /// <summary>What it is.</summary>
    public required EventType Type { get; init; }

    /// <summary>The identity the client brought, or one derived from the content (spans, deployments); null when sealing gives one.</summary>
    public Guid? Uuid { get; init; }

    /// <summary>The level as sent, not validated; null when none was sent.</summary>
    public string? Level { get; init; }

    /// <summary>The message; for a check-in the slug, for a span its name. Never blank.</summary>
    public required string Message { get; init; }

    /// <summary>The fingerprint as sent.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When it happened, by the client's clock, UTC; never more than five minutes after it was received.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The environment, <c>production</c> when none was sent.</summary>
    public required string Environment { get; init; }

    /// <summary>The release.</summary>
    public string? Release { get; init; }

    /// <summary>Ties events, logs and spans of one trace together.</summary>
    public string? TraceId { get; init; }

    /// <summary>Ties the events of one request together.</summary>
    public string? RequestId { get; init; }

    /// <summary>Ties the events of one session together.</summary>
    public string? SessionId { get; init; }

    /// <summary>The user the event concerns.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of the transaction.</summary>
    public string? TransactionName { get; init; }

    /// <summary>The duration in milliseconds, zero or more.</summary>
    public double? DurationMs { get; init; }

    /// <summary>The outcome as text: a transaction's, span's or check-in's status.</summary>
    public string? Status { get; init; }

    /// <summary>What only errors have.</summary>
    public ErrorDetails? Error { get; init; }

    /// <summary>What only check-ins have.</summary>
    public CheckInDetails? CheckIn { get; init; }

    /// <summary>What only spans have.</summary>
    public SpanDetails? Span { get; init; }

    /// <summary>The deployment this is, or (on any other type) the one it bears witness to.</summary>
    public DeploymentDetails? Deployment { get; init; }

    /// <summary>The context, normalised and redacted: one JSON object in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Context { get; init; }
}
