namespace Logister.Core.Ingest;

/// <summary>A body is JSON, but what it should hold is missing or empty. Answered 400.</summary>
/// <param name="root">The root key that was looked for, such as <c>event</c>.</param>
public sealed class EnvelopeMissingException(string root)
    : Exception($"param is missing or the value is empty or invalid: {root}")
{
    /// <summary>The root key that was looked for.</summary>
    public string Root { get; } = root;
}
