namespace Logister.Core.Projects;

/// <summary>What somebody wants changed cannot be so. Nothing was changed. Answered 422.</summary>
/// <param name="errors">Every reason, as sentences for people; at least one.</param>
public sealed class InvalidChangeException(params IReadOnlyList<string> errors) : Exception(string.Join("; ", errors))
{
    /// <summary>Every reason.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
