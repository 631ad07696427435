using Logister.Core.Events;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Events;

/// <summary>The filters of an event list as they stand in the query string.</summary>
internal static class EventParameters
{
    private const int MaxText = 200;
    private const int MaxEnvironment = 100;
    private const int MaxTrace = 128;
    private const int MaxLevel = 32;

    public static EventQuery Read(HttpRequest request, DateTimeOffset now)
    {
        var window = TimeWindow.Read(request, now);
        return new EventQuery
        {
            Types = Types(request),
            Level = Query.Text(request, MaxLevel, "level"),
            Environment = Query.Text(request, MaxEnvironment, "environment", "env"),
            Release = Query.Text(request, MaxText, "release"),
            Text = Query.Text(request, MaxText, "q", "query"),
            TraceId = Query.Text(request, MaxTrace, "trace_id"),
            RequestId = Query.Text(request, MaxText, "request_id"),
            SessionId = Query.Text(request, MaxText, "session_id"),
            UserId = Query.Text(request, MaxText, "user", "user_identifier"),
            Status = Query.Text(request, MaxText, "status"),
            MinDurationMs = Query.Number(request, "min_duration_ms"),
            Since = window?.Since,
            Until = window?.Until,

            // The default window goes by the time of receipt, so that a sample with an old date is seen.
            ReceivedSince = window is null ? TimeWindow.LastDay(now).Since : null,
        };
    }

    private static EventType[] Types(HttpRequest request)
    {
        var list = Query.Text(request, MaxText, "type", "event_type");
        return list is null ? [] : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Type).Distinct()];
    }

    private static EventType Type(string name) =>
        EventTypeNames.TryParse(name, out var type) && EventTypeNames.InFeed.Contains(type)
            ? type
            : throw new RefusedException(Answers.InvalidParameter("type", $"type is a list of {string.Join(", ", EventTypeNames.InFeed.Select(EventTypeNames.Name))}."));
}
