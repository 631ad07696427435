using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Projects;

/// <summary>Shows a project with its settings, changes them, or deletes it; for admins.</summary>
public sealed class ManageProject(Gate gate, ProjectLifecycle projects)
{
    private const string Project = "api/v1/manage/projects/{project}";

    /// <summary><c>GET, PATCH, DELETE /api/v1/manage/projects/{project}</c></summary>
    [Function("ManageProject")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Project)] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        var scope = await gate.ForManagingAsync(request, project, cancellation);
        if (HttpMethods.IsDelete(request.Method))
        {
            await projects.DeleteAsync(scope, cancellation);
            return Results.NoContent();
        }

        return Answer(HttpMethods.IsPatch(request.Method) ? await ChangeAsync(request, scope, cancellation) : scope.Project);
    }

    /// <summary><c>POST /api/v1/manage/projects/{project}/archive</c></summary>
    [Function("ArchiveProject")]
    public async Task<IResult> Archive(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Project + "/archive")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        return Answer(await projects.ArchiveAsync(await gate.ForManagingAsync(request, project, cancellation), cancellation));
    }

    /// <summary><c>POST /api/v1/manage/projects/{project}/restore</c></summary>
    [Function("RestoreProject")]
    public async Task<IResult> Restore(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Project + "/restore")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        return Answer(await projects.RestoreAsync(await gate.ForManagingAsync(request, project, cancellation), cancellation));
    }

    private async Task<Project?> ChangeAsync(HttpRequest request, ProjectScope scope, CancellationToken cancellation)
    {
        var input = await ManageBody.ReadAsync(request, ApiJson.Default.ProjectInput, cancellation);
        return await projects.ChangeAsync(scope, input.ToChange(), cancellation);
    }

    private static IResult Answer(Project? project) =>
        project is null ? Answers.NotFound("project") : Results.Json(ManagedProjectItem.Of(project), ApiJson.Default.ManagedProjectItem);
}
