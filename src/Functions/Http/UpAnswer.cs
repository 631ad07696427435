namespace Logister.Functions.Http;

/// <summary>The body of <c>/up</c>.</summary>
internal sealed record UpAnswer(string Status);
