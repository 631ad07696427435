namespace Logister.Core.Projects;

/// <summary>A mobile token just made; the only moment the token itself is known.</summary>
/// <param name="Token">The token.</param>
/// <param name="ExpiresAt">When it ends, to the second.</param>
/// <param name="Binding">What it may send.</param>
public sealed record NewMobileToken(string Token, DateTimeOffset ExpiresAt, MobileBinding Binding);
