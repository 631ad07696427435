using Logister.Core.Events;

namespace Logister.Core.Segments;

/// <summary>
/// The ids that events are searched by. Each kind has a filter column of its own on the segment's row, so that a search
/// reads the one it needs: there are few traces in a segment and many requests.
/// </summary>
internal static class EventIds
{
    public const string Traces = "TraceIds";
    public const string Requests = "RequestIds";
    public const string Sessions = "SessionIds";
    public const string Users = "UserIds";

    public static IEnumerable<(string Column, string Id)> Of(TelemetryEvent value) =>
        Present((Traces, value.TraceId), (Requests, value.RequestId), (Sessions, value.SessionId), (Users, value.UserId));

    public static IEnumerable<(string Column, string Id)> Present(params (string Column, string? Id)[] ids) => ids
        .Where(static id => id.Id is not null)
        .Select(static id => (id.Column, id.Id!));
}
