using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Limits;

/// <summary>Demands that a counter allows a request, and tells the client where it stands.</summary>
internal static class RateDemand
{
    private const string Reason = "rate_limited";

    /// <summary>Of the write API.</summary>
    /// <param name="request">The request.</param>
    /// <param name="count">Where the counter stands; null when it is turned off.</param>
    /// <param name="tellAlways">Whether a request that is allowed is told, too.</param>
    /// <exception cref="RefusedException">429.</exception>
    public static void Write(HttpRequest request, RateCount? count, bool tellAlways = true) =>
        Make(request, count, tellAlways, Answers.RateLimited);

    /// <summary>Of the read and management API, whose refusals look different.</summary>
    /// <inheritdoc cref="Write"/>
    public static void Read(HttpRequest request, RateCount? count, bool tellAlways = true) =>
        Make(request, count, tellAlways, Answers.ReadRateLimited);

    private static void Make(HttpRequest request, RateCount? count, bool tellAlways, Func<RateCount, IResult> answer)
    {
        if (count is not { } counted)
        {
            return;
        }

        if (tellAlways || counted.IsExceeded)
        {
            RateHeaders.Write(request.HttpContext.Response, counted);
        }

        if (counted.IsExceeded)
        {
            throw new RefusedException(answer(counted), Reason);
        }
    }
}
