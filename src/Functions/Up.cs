using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions;

/// <summary>Tells a load balancer that the process answers. It asks nothing of storage: an outage there must not restart us.</summary>
public static class Up
{
    /// <summary><c>GET /up</c></summary>
    [Function("Up")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "up")] HttpRequest request)
    {
        request.Allow(HttpMethods.Get, HttpMethods.Head);
        return Results.Json(new UpAnswer("ok"), ApiJson.Default.UpAnswer);
    }
}
