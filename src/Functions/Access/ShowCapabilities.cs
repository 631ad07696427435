using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Access;

/// <summary>Tells anybody what this server can do.</summary>
public static class ShowCapabilities
{
    private const string ApiVersion = "v1";

    private static readonly CapabilitiesAnswer Answer = new(
        ApiVersion,
        "logister-functions",
        new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["projects"] = true,
            ["project_summary"] = true,
            ["events"] = true,
            ["event_polling"] = true,
            ["errors"] = true,
            ["ai_context"] = true,
            ["traces"] = true,
            ["monitors"] = true,
            ["deployments"] = true,
            ["insights"] = true,
            ["metrics"] = true,
            ["device_authorization"] = false,
            ["artifacts"] = false,
        },
        Scopes.Reading,
        new CapabilityLimits(Query.DefaultLimit, Query.MaxLimit, (int)TimeWindow.Longest.TotalDays));

    /// <summary><c>GET /api/v1/cli/capabilities</c>, without a token</summary>
    [Function("ShowCapabilities")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/capabilities")] HttpRequest request)
    {
        request.Allow(HttpMethods.Get);
        return Results.Json(Answer, ApiJson.Default.CapabilitiesAnswer);
    }
}
