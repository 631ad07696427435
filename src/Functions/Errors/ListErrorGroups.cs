using System.Globalization;
using Logister.Core.Errors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Errors;

/// <summary>Lists a project's error groups, the one last seen first.</summary>
public sealed class ListErrorGroups(Gate gate, ErrorGroups groups, Cursors cursors, TimeProvider time)
{
    private const int MaxText = 200;
    private const string All = "all";

    /// <summary><c>GET /api/v1/cli/projects/{project}/error_groups</c></summary>
    [Function("ListErrorGroups")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/cli/projects/{project}/error_groups")] HttpRequest request, string project, CancellationToken cancellation)
    {
        request.Allow(HttpMethods.Get);
        var scope = await gate.ForReadingAsync(request, project, cancellation);
        var cursor = await cursors.OpenAsync(request, "error_groups", scope, cancellation);
        var found = await groups.ListAsync(scope, Read(request), cancellation);
        var page = Page<ErrorGroup>.Cut(found, PlaceOf, cursor.Place, Query.Limit(request));
        return Results.Json(
            new ListAnswer<ErrorGroupItem>([.. page.Items.Select(ErrorGroupItem.Of)], page.Next is { } next ? cursor.Next(next) : null, time.GetUtcNow()),
            ApiJson.Default.ListAnswerErrorGroupItem);
    }

    private static ErrorGroupQuery Read(HttpRequest request)
    {
        var status = Query.OneOf(request, "status", [All, .. Enum.GetValues<ErrorGroupStatus>().Select(ErrorGroupItem.NameOf)]);
        return new ErrorGroupQuery
        {
            Status = status == All ? null : Enum.Parse<ErrorGroupStatus>(status ?? nameof(ErrorGroupStatus.Unresolved), ignoreCase: true),
            Text = Query.Text(request, MaxText, "q", "query"),
            Environment = Query.Text(request, MaxText, "environment", "env"),
        };
    }

    // Sorts as text the way the list is sorted, so that a page starts right even when its last group has moved on.
    private static string PlaceOf(ErrorGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - group.LastSeenAt.UtcTicks:x16}-{group.Id:N}");
}
