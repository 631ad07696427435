namespace Logister.Functions.Http;

/// <summary>The body of a 429.</summary>
internal sealed record RateLimitedAnswer(string Error, int Limit, int WindowSeconds, long RetryAfter);
