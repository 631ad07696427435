using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Limits;

/// <summary>Tells a client where its counter stands.</summary>
internal static class RateHeaders
{
    private const string Limit = "X-RateLimit-Limit";
    private const string Remaining = "X-RateLimit-Remaining";
    private const string Reset = "X-RateLimit-Reset";

    public static void Write(HttpResponse response, RateCount count)
    {
        response.Headers[Limit] = Text(count.Limit);
        response.Headers[Remaining] = Text(count.Remaining);
        response.Headers[Reset] = Text(count.Reset);
        if (count.IsExceeded)
        {
            response.Headers.RetryAfter = Text(count.RetryAfterSeconds);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
