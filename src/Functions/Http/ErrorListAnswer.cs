namespace Logister.Functions.Http;

/// <summary>The body of a 422 of the write API: every reason, in the order of the checks.</summary>
internal sealed record ErrorListAnswer(IReadOnlyList<string> Errors);
