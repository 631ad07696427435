namespace Logister.Core.Ingest;

/// <summary>An envelope claims to be of another app or environment than its mobile token is bound to. Answered 422.</summary>
/// <param name="errors">One message for each conflict.</param>
public sealed class MobileConflictException(IReadOnlyList<string> errors) : Exception("The envelope contradicts the mobile ingest token's binding.")
{
    /// <summary>One message for each conflict, in the contract's order.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
