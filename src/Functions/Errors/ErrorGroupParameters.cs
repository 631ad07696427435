using Logister.Core.Errors;
using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Errors;

/// <summary>The filters of a list of error groups as they stand in the query string.</summary>
internal static class ErrorGroupParameters
{
    private const int MaxText = 200;
    private const string All = "all";
    private const string IntroducedToday = "introduced_today";

    public static ErrorGroupQuery Read(HttpRequest request, AccessSession session, DateTimeOffset now)
    {
        var status = Query.OneOf(request, "status", [All, IntroducedToday, .. Enum.GetValues<ErrorGroupStatus>().Select(ErrorGroupItem.NameOf)]);
        var today = status == IntroducedToday || Query.Flag(request, IntroducedToday);
        return WithAssignee(request, session, new ErrorGroupQuery
        {
            Status = status switch
            {
                All => null,
                null or IntroducedToday => ErrorGroupStatus.Unresolved,
                _ => Enum.Parse<ErrorGroupStatus>(status, ignoreCase: true),
            },
            Text = Query.Text(request, MaxText, "q", "query"),
            Environment = Query.Text(request, MaxText, "environment", "env"),
            IntroducedSince = today ? new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) : null,
        });
    }

    private static ErrorGroupQuery WithAssignee(HttpRequest request, AccessSession session, ErrorGroupQuery query) =>
        Query.Text(request, MaxText, "assignee") switch
        {
            null or All => query,
            "me" => query with { AssigneeId = session.Token.Id },
            "unassigned" => query with { Assigned = false },
            "any" => query with { Assigned = true },
            var id when Guid.TryParse(id, out var assignee) => query with { AssigneeId = assignee },
            _ => throw new RefusedException(Answers.InvalidParameter("assignee", "assignee is all, me, unassigned, any, or the uuid of an assignee.")),
        };
}
