namespace Logister.Functions.Access;

/// <summary>What this server can do.</summary>
internal sealed record CapabilitiesAnswer(
    string ApiVersion, string Server, IReadOnlyDictionary<string, bool> Capabilities, IReadOnlyList<string> Scopes, CapabilityLimits Limits);
