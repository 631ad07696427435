namespace Logister.LocalHost.Http;

/// <summary>The body of an admin run.</summary>
internal sealed record AdminInput(string? Input);
