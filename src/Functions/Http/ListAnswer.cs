namespace Logister.Functions.Http;

/// <summary>A page of a list of the read API.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? NextCursor, DateTimeOffset GeneratedAt);
