namespace Logister.Core.Ingest;

/// <summary>An envelope that was read, and cannot be stored. Answered 422.</summary>
/// <param name="errors">Every reason, in the contract's order; at least one.</param>
public sealed class InvalidEventException(IReadOnlyList<string> errors) : Exception(string.Join("; ", errors))
{
    /// <summary>Every reason, in the contract's order.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
