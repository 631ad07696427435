using Logister.Core.Traces;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Traces;

/// <summary>Lists a project's traces by their roots, the one started last first.</summary>
public sealed class ListTraces(Gate gate, TraceLog traces, Cursors cursors, TimeProvider time)
{
    private const int MaxText = 200;
    private const int MaxEnvironment = 100;
    private const string All = "all";

    /// <summary><c>GET /api/v1/cli/projects/{project}/traces</c></summary>
    [Function("ListTraces")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/traces")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var cursor = await cursors.OpenAsync(request, "traces", scope, cancellation);
        var page = await traces.ListAsync(scope, Read(request), Query.Limit(request), cursor.Place, cancellation);
        return Results.Json(
            new ListAnswer<SpanItem>([.. page.Roots.Select(root => SpanItem.Of(scope, root))], page.Next is { } next ? cursor.Next(next) : null, time.GetUtcNow()),
            ApiJson.Default.ListAnswerSpanItem);
    }

    private TraceQuery Read(HttpRequest request)
    {
        var status = Query.OneOf(request, "status", [All, .. Enum.GetValues<SpanStatus>().Select(SpanItem.NameOf)]);
        var window = TimeWindow.Read(request, time.GetUtcNow());
        return new TraceQuery
        {
            Environment = Query.Text(request, MaxEnvironment, "environment", "env"),
            Release = Query.Text(request, MaxText, "release"),
            Service = Query.Text(request, MaxText, "service"),
            Operation = Query.Text(request, MaxText, "operation"),
            Text = Query.Text(request, MaxText, "q", "query"),
            Status = status is null or All ? null : Enum.Parse<SpanStatus>(status, ignoreCase: true),
            MinDurationMs = Query.Number(request, "min_duration_ms"),
            Since = window?.Since,
            Until = window?.Until,
        };
    }
}
