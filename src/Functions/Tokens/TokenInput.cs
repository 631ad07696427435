namespace Logister.Functions.Tokens;

/// <summary>A project token as somebody wants it.</summary>
internal sealed record TokenInput(string? Name);
