using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Traces;

/// <summary>The root of a trace as a row of the table <c>telemetry</c>, so that traces are listed without reading their spans.</summary>
internal static class RootSpanRow
{
    private const int MaxText = 500;

    public static TableEntity Write(Guid projectId, Span span) => new(RowKeys.Partition(projectId), RowKeys.RootSpan(span.StartedAt, span.Id))
    {
        [nameof(Span.Id)] = span.Id,
        [nameof(Span.TraceId)] = Text.Cut(span.TraceId, MaxText),
        [nameof(Span.SpanId)] = Text.Cut(span.SpanId, MaxText),
        [nameof(Span.Name)] = Text.Cut(span.Name, MaxText),
        [nameof(Span.Operation)] = Text.Cut(span.Operation, MaxText),
        [nameof(Span.Kind)] = span.Kind,
        [nameof(Span.Status)] = span.Status.ToString(),
        [nameof(Span.DurationMs)] = span.DurationMs,
        [nameof(Span.StartedAt)] = span.StartedAt,
        [nameof(Span.EndedAt)] = span.EndedAt,
        [nameof(Span.ReceivedAt)] = span.ReceivedAt,
        [nameof(Span.Environment)] = Text.Cut(span.Environment, MaxText),
        [nameof(Span.Release)] = Cut(span.Release),
        [nameof(Span.Service)] = Cut(span.Service),
        [nameof(Span.RequestId)] = Cut(span.RequestId),
    };

    public static Span Read(TableEntity row) => new()
    {
        Id = row.GetGuid(nameof(Span.Id)).GetValueOrDefault(),
        TraceId = row.GetString(nameof(Span.TraceId)),
        SpanId = row.GetString(nameof(Span.SpanId)),
        Name = row.GetString(nameof(Span.Name)),
        Operation = row.GetString(nameof(Span.Operation)),
        Kind = row.GetString(nameof(Span.Kind)),
        Status = Enum.Parse<SpanStatus>(row.GetString(nameof(Span.Status))),
        DurationMs = row.GetDouble(nameof(Span.DurationMs)).GetValueOrDefault(),
        StartedAt = row.GetDateTimeOffset(nameof(Span.StartedAt)).GetValueOrDefault(),
        EndedAt = row.GetDateTimeOffset(nameof(Span.EndedAt)).GetValueOrDefault(),
        ReceivedAt = row.GetDateTimeOffset(nameof(Span.ReceivedAt)).GetValueOrDefault(),
        Environment = row.GetString(nameof(Span.Environment)),
        Release = row.GetString(nameof(Span.Release)),
        Service = row.GetString(nameof(Span.Service)),
        RequestId = row.GetString(nameof(Span.RequestId)),
    };

    private static string? Cut(string? text) => text is null ? null : Text.Cut(text, MaxText);
}
