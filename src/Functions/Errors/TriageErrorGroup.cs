using Logister.Core.Errors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Decides where an error group stands. Viewers may: triage is everybody's work.</summary>
public sealed class TriageErrorGroup(Gate gate, ErrorGroupTriage triage)
{
    private const string Group = "api/v1/manage/projects/{project}/error_groups/{id}/";

    /// <summary><c>POST /api/v1/manage/projects/{project}/error_groups/{id}/resolve</c></summary>
    [Function("ResolveErrorGroup")]
    public Task<IResult> Resolve(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Group + "resolve")] HttpRequest request, string project, string id, CancellationToken cancellation) =>
        MoveAsync(request, project, id, ErrorGroupStatus.Resolved, cancellation);

    /// <summary><c>POST /api/v1/manage/projects/{project}/error_groups/{id}/ignore</c></summary>
    [Function("IgnoreErrorGroup")]
    public Task<IResult> Ignore(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Group + "ignore")] HttpRequest request, string project, string id, CancellationToken cancellation) =>
        MoveAsync(request, project, id, ErrorGroupStatus.Ignored, cancellation);

    /// <summary><c>POST /api/v1/manage/projects/{project}/error_groups/{id}/archive</c></summary>
    [Function("ArchiveErrorGroup")]
    public Task<IResult> Archive(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Group + "archive")] HttpRequest request, string project, string id, CancellationToken cancellation) =>
        MoveAsync(request, project, id, ErrorGroupStatus.Archived, cancellation);

    /// <summary><c>POST /api/v1/manage/projects/{project}/error_groups/{id}/reopen</c></summary>
    [Function("ReopenErrorGroup")]
    public Task<IResult> Reopen(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Group + "reopen")] HttpRequest request, string project, string id, CancellationToken cancellation) =>
        MoveAsync(request, project, id, ErrorGroupStatus.Unresolved, cancellation);

    private async Task<IResult> MoveAsync(HttpRequest request, string project, string id, ErrorGroupStatus to, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Post);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        return await triage.MoveAsync(scope, Query.Id(id, "error group"), to, cancellation) is { } group
            ? Results.Json(ErrorGroupItem.Of(group), ApiJson.Default.ErrorGroupItem)
            : Answers.NotFound("error group");
    }
}
