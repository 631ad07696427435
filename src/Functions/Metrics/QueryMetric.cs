using Logister.Core.Metrics;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Metrics;

/// <summary>Shows one metric, bucket by bucket.</summary>
public sealed class QueryMetric(Gate gate, InsightReader reader, TimeProvider time)
{
    /// <summary><c>GET /api/v1/cli/projects/{project}/metrics/query</c></summary>
    [Function("QueryMetric")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/metrics/query")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var query = InsightParameters.Read(request);
        var insights = await reader.ReadAsync(scope, query, cancellation);
        return InsightParameters.Metrics(request, insights) is [var series]
            ? Results.Json(
                new MetricAnswer(
                    MetricItem.Of(series, insights),
                    SeriesItem.Of(series, insights),
                    query.Window.Name,
                    query.Window.BucketName,
                    InsightSource.Of(insights),
                    time.GetUtcNow()),
                ApiJson.Default.MetricAnswer)
            : Answers.InvalidParameter("metric", "metric names exactly one metric; metrics/catalog lists them.");
    }
}
