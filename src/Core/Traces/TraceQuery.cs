namespace Logister.Core.Traces;

/// <summary>Which traces are wanted, by what their root says. Everything left out matches everything.</summary>
public sealed record TraceQuery
{
    /// <summary>The environment, exactly.</summary>
    public string? Environment { get; init; }

    /// <summary>The release, exactly.</summary>
    public string? Release { get; init; }

    /// <summary>The service, exactly; the project's slug stands for roots that name none.</summary>
    public string? Service { get; init; }

    /// <summary>The operation, exactly.</summary>
    public string? Operation { get; init; }

    /// <summary>A part of name, operation or trace id, whatever the case.</summary>
    public string? Text { get; init; }

    /// <summary>How the root ended.</summary>
    public SpanStatus? Status { get; init; }

    /// <summary>The least duration, milliseconds.</summary>
    public double? MinDurationMs { get; init; }

    /// <summary>The earliest start, inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest start, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    internal bool IsUnfiltered => this with { Since = null, Until = null } == new TraceQuery();

    internal bool Matches(Span root, string projectSlug) =>
        Is(Environment, root.Environment)
        && Is(Release, root.Release)
        && Is(Service, root.Service ?? projectSlug)
        && Is(Operation, root.Operation)
        && (Status is null || Status == root.Status)
        && !(root.DurationMs < MinDurationMs)
        && (Text is not { } text || Holds(text, root.Name) || Holds(text, root.Operation) || Holds(text, root.TraceId));

    private static bool Is(string? wanted, string? value) => wanted is null || wanted == value;

    private static bool Holds(string text, string field) => field.Contains(text, StringComparison.OrdinalIgnoreCase);
}
