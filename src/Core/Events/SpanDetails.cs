namespace Logister.Core.Events;

/// <summary>What only a span has. Its start is the event's <see cref="TelemetryEvent.OccurredAt"/>.</summary>
/// <param name="SpanId">The span's id within its trace.</param>
/// <param name="ParentSpanId">Its parent's id; null at the root (an all-zero id is none).</param>
/// <param name="Kind">One of app, browser, cache, db, http, internal, queue, render, resource, server.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record SpanDetails(string SpanId, string? ParentSpanId, string Kind, DateTimeOffset EndedAt);
