using Logister.Core.Monitors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Monitors;

/// <summary>Shows a monitor.</summary>
public sealed class ShowMonitor(Gate gate, MonitorList monitors)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/monitors/{id}</c></summary>
    [Function("ShowMonitor")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/monitors/{id}")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        return await monitors.FindAsync(scope, Query.Id(id, "monitor"), cancellation) is { } monitor
            ? Results.Json(MonitorItem.Of(monitor), ApiJson.Default.MonitorItem)
            : Answers.NotFound("monitor");
    }
}
