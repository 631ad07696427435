using Logister.Core.Events;

namespace Logister.Core.Traces;

/// <summary>The spans of a trace; their parents' ids make them a tree.</summary>
/// <param name="Spans">In the order they started.</param>
/// <param name="Truncated">Whether there are, or may be, more.</param>
public sealed record Trace(IReadOnlyList<(Span Span, StoredEvent Event)> Spans, bool Truncated);
