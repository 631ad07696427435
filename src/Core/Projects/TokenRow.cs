namespace Logister.Core.Projects;

/// <summary>Where a token stands in the registry.</summary>
internal readonly record struct TokenRow(string Kind, string Digest, DateTimeOffset? LastUsedAt);
