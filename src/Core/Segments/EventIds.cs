using Logister.Core.Events;

namespace Logister.Core.Segments;

/// <summary>The ids that events are searched by, each with its kind in front so that a user's id is no trace's.</summary>
internal static class EventIds
{
    public static string Trace(string id) => "trace:" + id;

    public static string Request(string id) => "request:" + id;

    public static string Session(string id) => "session:" + id;

    public static string User(string id) => "user:" + id;

    public static IEnumerable<string> Of(TelemetryEvent value)
    {
        if (value.TraceId is { } trace)
        {
            yield return Trace(trace);
        }

        if (value.RequestId is { } request)
        {
            yield return Request(request);
        }

        if (value.SessionId is { } session)
        {
            yield return Session(session);
        }

        if (value.UserId is { } user)
        {
            yield return User(user);
        }
    }
}
