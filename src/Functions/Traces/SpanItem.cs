using Logister.Core.Projects;
using Logister.Core.Traces;
using Logister.Functions.Http;

namespace Logister.Functions.Traces;

/// <summary>A span in the read API.</summary>
internal sealed record SpanItem(
    Guid Uuid,
    string TraceId,
    string SpanId,
    string? ParentSpanId,
    string Name,
    string Operation,
    string Kind,
    string Status,
    double DurationMs,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    string Environment,
    string? Release,
    string Service,
    string? RequestId)
{
    private const int DurationDigits = 3;

    /// <summary>The context, where spans are shown one by one.</summary>
    public RawJson? Context { get; init; }

    /// <summary>Whether the context is only a summary of what it holds.</summary>
    public bool? ContextTruncated { get; init; }

    public static SpanItem Of(ProjectScope project, Span span) => new(
        span.Id,
        span.TraceId,
        span.SpanId,
        span.ParentSpanId,
        span.Name,
        span.Operation,
        span.Kind,
        NameOf(span.Status),
        Math.Round(span.DurationMs, DurationDigits),
        span.StartedAt,
        span.EndedAt,
        span.Environment,
        span.Release,
        span.Service ?? project.Project.Slug,
        span.RequestId);

    /// <summary>The status as the API spells it.</summary>
    public static string NameOf(SpanStatus status) => status.ToString().ToLowerInvariant();
}
