namespace Logister.Functions.Http;

/// <summary>The body of an answer that is no success.</summary>
internal sealed record ErrorAnswer(string Error)
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? Parameter { get; init; }

    public long? Limit { get; init; }

    public long? Actual { get; init; }

    public long? RetryAfter { get; init; }
}
