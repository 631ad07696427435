namespace Logister.Core.Projects;

/// <summary>What a token opens to a sender, or why it opens nothing. The reason is for the owner; the sender is not told.</summary>
public sealed record WriteAdmission
{
    /// <summary>What the token opens; null when it is refused.</summary>
    public WriteAccess? Access { get; init; }

    /// <summary>Why it is refused, such as <c>revoked_api_key</c>; null when it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>The project a refused token belongs to, when that is known.</summary>
    public ProjectScope? Project { get; init; }

    /// <summary>Whether it is a mobile token, be it valid or not.</summary>
    public bool IsMobile { get; init; }

    internal static WriteAdmission Refused(string reason) => new() { Reason = reason };
}
