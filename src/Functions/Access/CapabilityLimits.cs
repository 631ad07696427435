namespace Logister.Functions.Access;

/// <summary>The limits of the read API.</summary>
internal sealed record CapabilityLimits(int DefaultLimit, int MaxLimit, int MaxWindowDays);
