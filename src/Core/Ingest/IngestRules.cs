using Logister.Core.Privacy;
using Logister.Core.Projects;

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

    /// <summary>The rules of a project.</summary>
    internal static IngestRules Of(Project project) => project.RedactedKeys.Count == 0 && !project.AllowEmail
        ? Default
        : new IngestRules { Redaction = new RedactionRules { ExtraKeys = project.RedactedKeys, AllowEmail = project.AllowEmail } };
}
