using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Lets scripts of any page send telemetry. Without credentials, so a browser adds nothing of its own to what they send.</summary>
internal static class Cors
{
    private const string AllowedHeaders = "authorization, content-type, x-api-key, content-encoding, x-logister-batch-id";
    private const string ExposedHeaders = "x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, retry-after";

    // Browsers cap it lower; a day is the most any of them takes.
    private const string PreflightSeconds = "86400";

    public static void Write(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = ExposedHeaders;
    }

    public static IResult Preflight(HttpResponse response)
    {
        response.Headers.AccessControlAllowMethods = HttpMethods.Post;
        response.Headers.AccessControlAllowHeaders = AllowedHeaders;
        response.Headers.AccessControlMaxAge = PreflightSeconds;
        return Results.NoContent();
    }
}
