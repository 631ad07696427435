namespace Logister.Functions.Http;

/// <summary>The body of a success of the write API.</summary>
internal sealed record AcceptedAnswer(string Id, string Status)
{
    public string? Type { get; init; }

    public bool? Duplicate { get; init; }
}
