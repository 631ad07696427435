using Logister.Core.Events;

namespace Logister.Core.Metrics;

/// <summary>What insights are wanted of.</summary>
public sealed record InsightQuery
{
    /// <summary>The window.</summary>
    public required InsightWindow Window { get; init; }

    /// <summary>The environment, exactly.</summary>
    public string? Environment { get; init; }

    /// <summary>The release, exactly.</summary>
    public string? Release { get; init; }

    /// <summary>Top-level members of the context with the text each must have.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    // Rollups count environments and releases each on their own, not what happened in which.
    internal bool NeedsEvents => !Window.IsHourly || Environment is not null || Release is not null || Attributes.Count > 0;

    internal EventQuery Events(DateTimeOffset since) => new()
    {
        Environment = Environment,
        Release = Release,
        Attributes = Attributes,
        Since = since,
    };
}
