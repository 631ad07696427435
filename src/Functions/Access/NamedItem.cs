namespace Logister.Functions.Access;

/// <summary>Something with a name: enough to open it.</summary>
internal sealed record NamedItem(Guid Uuid, string Name, string? Slug = null);
