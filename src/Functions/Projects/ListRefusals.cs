using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Projects;

/// <summary>Shows a project's owner what its senders were refused, and why.</summary>
public sealed class ListRefusals(Gate gate, RefusalLog refusals, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/refusals</c></summary>
    [Function("ListRefusals")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/refusals")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var report = await refusals.ReadAsync(scope, cancellation);
        return Results.Json(RefusalsAnswer.Of(report, time.GetUtcNow()), ApiJson.Default.RefusalsAnswer);
    }
}
