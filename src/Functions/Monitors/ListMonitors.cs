using Logister.Core.Monitors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Monitors;

/// <summary>Lists a project's monitors, the one that changed last first.</summary>
public sealed class ListMonitors(Gate gate, MonitorList monitors, TimeProvider time)
{
    private const int MaxText = 200;
    private const string All = "all";

    /// <summary><c>GET /api/v1/cli/projects/{project}/monitors</c></summary>
    [Function("ListMonitors")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/monitors")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var status = Query.OneOf(request, "status", [All, .. Enum.GetValues<MonitorStatus>().Select(MonitorItem.NameOf)]);
        var environment = Query.Text(request, MaxText, "environment", "env");
        var text = Query.Text(request, MaxText, "q", "query");
        var found = (await monitors.ReadAsync(scope, cancellation))
            .Where(monitor => status is null or All || MonitorItem.NameOf(monitor.Status) == status)
            .Where(monitor => environment is null || monitor.Environment == environment)
            .Where(monitor => text is null || monitor.Slug.Contains(text, StringComparison.OrdinalIgnoreCase));
        return Results.Json(new ListAnswer<MonitorItem>([.. found.Select(MonitorItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerMonitorItem);
    }
}
