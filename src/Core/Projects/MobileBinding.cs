namespace Logister.Core.Projects;

/// <summary>What a mobile ingest token may send: these types only, and only as this app in this environment.</summary>
public sealed record MobileBinding
{
    /// <summary><c>android</c> or <c>ios</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The app's name, such as its package.</summary>
    public required string Service { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The release; null when any will do.</summary>
    public string? Release { get; init; }

    /// <summary>The session; null when any will do.</summary>
    public string? SessionId { get; init; }

    /// <summary>The wire names of the types that may be sent.</summary>
    public required IReadOnlyList<string> AllowedEventTypes { get; init; }

    /// <summary>The bound context keys with their values, in the order conflicts are reported in.</summary>
    internal IEnumerable<KeyValuePair<string, string>> BoundValues =>
        new (string Key, string? Value)[]
        {
            ("platform", Platform), ("service", Service), ("environment", Environment), ("release", Release), ("session_id", SessionId),
        }
        .Where(static pair => pair.Value is not null)
        .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value!));
}
