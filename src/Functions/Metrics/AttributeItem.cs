namespace Logister.Functions.Metrics;

/// <summary>A member of contexts that can be filtered by, with its commonest values.</summary>
internal sealed record AttributeItem(string Key, IReadOnlyList<ValueCount> Values);
