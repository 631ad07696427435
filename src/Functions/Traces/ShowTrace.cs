using Logister.Core.Projects;
using Logister.Core.Traces;
using Logister.Functions.Events;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Traces;

/// <summary>Shows the spans of a trace.</summary>
public sealed class ShowTrace(Gate gate, TraceLog traces, TimeProvider time)
{
    private const int MaxId = 128;

    /// <summary><c>GET /api/v1/cli/projects/{project}/traces/{trace}</c></summary>
    [Function("ShowTrace")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/traces/{trace}")] HttpRequest request, string project, string trace, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        if (trace.Length > MaxId || !trace.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-'))
        {
            return Answers.InvalidParameter("trace_id", $"A trace's id has at most {MaxId} letters, digits and . _ : -");
        }

        return await traces.FindAsync(scope, trace, cancellation) is { } found
            ? Results.Json(new TraceAnswer(trace, Items(scope, found), found.Truncated, time.GetUtcNow()), ApiJson.Default.TraceAnswer)
            : Answers.NotFound("trace");
    }

    private static List<SpanItem> Items(ProjectScope scope, Trace trace)
    {
        var left = EventItems.MaxContextBytes;
        var items = new List<SpanItem>();
        foreach (var (span, stored) in trace.Spans)
        {
            var context = ContextItem.Of(stored.Event.Context, left);
            left -= context.Json.Utf8.Length;
            items.Add(SpanItem.Of(scope, span) with { Context = context.Json, ContextTruncated = context.Truncated ? true : null });
        }

        return items;
    }
}
