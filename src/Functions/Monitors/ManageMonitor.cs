using Logister.Core.Monitors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Monitors;

/// <summary>Pauses, resumes and deletes a monitor; for admins.</summary>
public sealed class ManageMonitor(Gate gate, MonitorControl monitors)
{
    private const string Monitor = "api/v1/manage/projects/{project}/monitors/{id}";

    /// <summary><c>POST /api/v1/manage/projects/{project}/monitors/{id}/pause</c></summary>
    [Function("PauseMonitor")]
    public async Task<IResult> Pause(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Monitor + "/pause")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        return Answer(await monitors.PauseAsync(scope, Query.Id(id, "monitor"), cancellation));
    }

    /// <summary><c>POST /api/v1/manage/projects/{project}/monitors/{id}/resume</c></summary>
    [Function("ResumeMonitor")]
    public async Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Monitor + "/resume")] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        return Answer(await monitors.ResumeAsync(scope, Query.Id(id, "monitor"), cancellation));
    }

    /// <summary><c>DELETE /api/v1/manage/projects/{project}/monitors/{id}</c></summary>
    [Function("DeleteMonitor")]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Monitor)] HttpRequest request, string project, string id, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Delete);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        return await monitors.DeleteAsync(scope, Query.Id(id, "monitor"), cancellation) ? Results.NoContent() : Answers.NotFound("monitor");
    }

    private static IResult Answer(CheckInMonitor? monitor) =>
        monitor is null ? Answers.NotFound("monitor") : Results.Json(MonitorItem.Of(monitor), ApiJson.Default.MonitorItem);
}
