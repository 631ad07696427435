namespace Logister.Core.Projects;

/// <summary>A token at the only moment it can be shown: just made.</summary>
/// <param name="Plain">The token itself.</param>
/// <param name="Kept">What is kept of it.</param>
public sealed record MintedToken<T>(string Plain, T Kept);
