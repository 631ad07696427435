using Logister.Core.Errors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Lists a project's error groups, the one last seen first unless asked otherwise.</summary>
public sealed class ListErrorGroups(Gate gate, ErrorGroups groups, Cursors cursors, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/error_groups</c></summary>
    [Function("ListErrorGroups")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/error_groups")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var session = await gate.ForReadingAsync(request, cancellation);
        var scope = await Gate.OpenAsync(session, project, cancellation);
        var query = ErrorGroupParameters.Read(request, session, time.GetUtcNow());
        var order = ErrorGroupOrder.Read(request);
        var cursor = await cursors.OpenAsync(request, "error_groups", scope, cancellation);
        var page = Page<ErrorGroup>.Cut(await groups.ListAsync(scope, query, cancellation), order, cursor.Place, Query.Limit(request));
        return Results.Json(
            new ListAnswer<ErrorGroupItem>([.. page.Items.Select(ErrorGroupItem.Of)], page.Next is { } next ? cursor.Next(next) : null, time.GetUtcNow()),
            ApiJson.Default.ListAnswerErrorGroupItem);
    }
}
