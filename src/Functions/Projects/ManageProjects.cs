using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Projects;

/// <summary>Lists the projects an admin may manage, archived ones too, and creates new ones.</summary>
public sealed class ManageProjects(Gate gate, ProjectLifecycle projects, TimeProvider time)
{
    /// <summary><c>GET, POST /api/v1/manage/projects</c></summary>
    [Function("ManageProjects")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/manage/projects")] HttpRequest request, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get, HttpMethods.Post);
        var session = await gate.ForManagingAsync(request, cancellation);
        return HttpMethods.IsPost(request.Method) ? await CreateAsync(request, session, cancellation) : await ListAsync(session, cancellation);
    }

    private async Task<IResult> ListAsync(AccessSession session, CancellationToken cancellation)
    {
        var found = await session.ListAsync(includeArchived: true, cancellation);
        return Results.Json(
            new ListAnswer<ManagedProjectItem>([.. found.Select(ManagedProjectItem.Of)], NextCursor: null, time.GetUtcNow()), ApiJson.Default.ListAnswerManagedProjectItem);
    }

    private async Task<IResult> CreateAsync(HttpRequest request, AccessSession session, CancellationToken cancellation)
    {
        if (!session.OpensAll)
        {
            return Answers.Forbidden("Your token opens only some projects, so it could not open a new one.");
        }

        var input = await ManageBody.ReadAsync(request, ApiJson.Default.ProjectInput, cancellation);
        var project = await projects.CreateAsync(input.ToChange(), cancellation);
        return Results.Json(ManagedProjectItem.Of(project), ApiJson.Default.ManagedProjectItem, statusCode: StatusCodes.Status201Created);
    }
}
