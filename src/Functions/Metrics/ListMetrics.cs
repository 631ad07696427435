using Logister.Core.Metrics;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Metrics;

/// <summary>Lists the metrics a window can be shown as.</summary>
public sealed class ListMetrics(Gate gate, InsightReader reader, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/metrics/catalog</c></summary>
    [Function("ListMetrics")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/metrics/catalog")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var query = InsightParameters.Read(request);
        var insights = await reader.ReadAsync(scope, query, cancellation);
        return Results.Json(
            new MetricCatalogAnswer(
                [.. InsightParameters.Catalog(insights).Select(series => MetricItem.Of(series, insights))],
                query.Window.Name,
                InsightSource.Of(insights),
                time.GetUtcNow()),
            ApiJson.Default.MetricCatalogAnswer);
    }
}
