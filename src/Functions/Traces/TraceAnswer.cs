namespace Logister.Functions.Traces;

/// <summary>A trace: its spans in the order they started, a tree by <c>parent_span_id</c>.</summary>
internal sealed record TraceAnswer(string TraceId, IReadOnlyList<SpanItem> Spans, bool Truncated, DateTimeOffset GeneratedAt);
