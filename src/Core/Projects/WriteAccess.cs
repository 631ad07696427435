namespace Logister.Core.Projects;

/// <summary>The right to send to a project, as a token gives it.</summary>
/// <param name="Project">The project.</param>
/// <param name="TokenId">The token's id: of the project token, or of the mobile token.</param>
/// <param name="Mobile">What a mobile token is bound to; null for a project token, which may send anything.</param>
public sealed record WriteAccess(ProjectScope Project, Guid TokenId, MobileBinding? Mobile = null)
{
    /// <summary>The registry's rows behind it: the token itself and, of a mobile one, its parent.</summary>
    internal IReadOnlyList<TokenRow> Rows { get; init; } = [];
}
