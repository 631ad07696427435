namespace Logister.Core.Traces;

/// <summary>A page of the list of traces.</summary>
/// <param name="Roots">Root spans, the one started last first.</param>
/// <param name="Next">Where the next page starts; null when there is none. A search may stop early and go on from here.</param>
public sealed record TracePage(IReadOnlyList<Span> Roots, string? Next);
