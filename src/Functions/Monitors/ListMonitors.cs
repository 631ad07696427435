using System.Globalization;
using Logister.Core.Monitors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Monitors;

/// <summary>Lists a project's monitors, the one that changed last first.</summary>
public sealed class ListMonitors(Gate gate, MonitorList monitors, Cursors cursors, TimeProvider time)
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
        var cursor = await cursors.OpenAsync(request, "monitors", scope, cancellation);
        var matches = Filter(request);
        var found = (await monitors.ReadAsync(scope, cancellation)).Where(matches).ToList();
        var page = Page<CheckInMonitor>.Cut(found, PlaceOf, cursor.Place, Query.Limit(request));
        return Results.Json(
            new ListAnswer<MonitorItem>([.. page.Items.Select(MonitorItem.Of)], page.Next is { } next ? cursor.Next(next) : null, time.GetUtcNow()),
            ApiJson.Default.ListAnswerMonitorItem);
    }

    private static Func<CheckInMonitor, bool> Filter(HttpRequest request)
    {
        var status = Query.OneOf(request, "status", [All, .. Enum.GetValues<MonitorStatus>().Select(MonitorItem.NameOf)]);
        var environment = Query.Text(request, MaxText, "environment", "env");
        var text = Query.Text(request, MaxText, "q", "query");
        return monitor =>
            (status is null or All || MonitorItem.NameOf(monitor.Status) == status)
            && (environment is null || monitor.Environment == environment)
            && (text is null || monitor.Slug.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static string PlaceOf(CheckInMonitor monitor) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - monitor.UpdatedAt.UtcTicks:x16}-{monitor.Id:N}");
}
