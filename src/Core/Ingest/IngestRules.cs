using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>What a project decides about its incoming events.</summary>
public sealed record IngestRules
{
    /// <summary>The rules of a project that decided nothing.</summary>
    public static IngestRules Default { get; } = new();

    /// <summary>The environment of events that name none.</summary>
    public string DefaultEnvironment { get; init; } = "production";

    /// <summary>What is redacted beyond the fixed rules, or less.</summary>
    public RedactionRules Redaction { get; init; } = RedactionRules.Default;
}
