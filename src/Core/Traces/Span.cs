using System.Globalization;
using Logister.Core.Events;

namespace Logister.Core.Traces;

/// <summary>One timed operation of a trace.</summary>
public sealed record Span
{
    /// <summary>The span's event id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The trace it is part of.</summary>
    public required string TraceId { get; init; }

    /// <summary>Its id within the trace.</summary>
    public required string SpanId { get; init; }

    /// <summary>The id of the span it is part of; null at the root.</summary>
    public string? ParentSpanId { get; init; }

    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>What it is counted with: the route, else the transaction's name, else its own.</summary>
    public required string Operation { get; init; }

    /// <summary>One of app, browser, cache, db, http, internal, queue, render, resource, server.</summary>
    public required string Kind { get; init; }

    /// <summary>How it ended.</summary>
    public SpanStatus Status { get; init; }

    /// <summary>How long it took, milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>When it started, by the client's clock.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, by the client's clock.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>When it was received, by our clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it ran.</summary>
    public required string Environment { get; init; }

    /// <summary>The release it ran in.</summary>
    public string? Release { get; init; }

    /// <summary>The service it ran in, when it says.</summary>
    public string? Service { get; init; }

    /// <summary>The request it served.</summary>
    public string? RequestId { get; init; }

    internal static Span Of(Guid id, DateTimeOffset receivedAt, TelemetryEvent value)
    {
        var span = value.Span ?? throw new ArgumentException("Only spans are parts of traces.", nameof(value));
        var context = new ContextFields(value.Context);
        return new Span
        {
            Id = id,
            TraceId = value.TraceId ?? string.Empty,
            SpanId = span.SpanId,
            ParentSpanId = span.ParentSpanId,
            Name = value.Message,
            Operation = context.Text("route") ?? context.Text("http.route") ?? context.Text("http", "route") ?? value.TransactionName ?? value.Message,
            Kind = span.Kind,
            Status = StatusOf(value),
            DurationMs = value.DurationMs ?? 0,
            StartedAt = value.OccurredAt,
            EndedAt = span.EndedAt,
            ReceivedAt = receivedAt,
            Environment = value.Environment,
            Release = value.Release,
            Service = context.Text("service"),
            RequestId = value.RequestId,
        };
    }

    private static SpanStatus StatusOf(TelemetryEvent value)
    {
        if (EventOutcome.IsFailure(value))
        {
            return SpanStatus.Error;
        }

        return value.Status?.ToLowerInvariant() is "ok" or "success" or "successful" || int.TryParse(value.Status, CultureInfo.InvariantCulture, out _)
            ? SpanStatus.Ok
            : SpanStatus.Unset;
    }
}
