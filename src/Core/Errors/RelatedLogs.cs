using Logister.Core.Events;
using Logister.Core.Projects;

namespace Logister.Core.Errors;

/// <summary>Finds what was logged around an error.</summary>
public sealed class RelatedLogs
{
    /// <summary>Logs returned at most.</summary>
    public const int Max = 50;

    private static readonly TimeSpan Around = TimeSpan.FromMinutes(5);

    // Logs are often sent in bundles, a while before or after the error they belong to.
    private static readonly TimeSpan Delivery = TimeSpan.FromMinutes(5);

    private readonly EventFeed _feed;

    internal RelatedLogs(EventFeed feed) => _feed = feed;

    /// <summary>
    /// Logs that happened within five minutes of an error and share its trace, request, session or user, the
    /// one received last first. An error without any of these ids has none.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="error">The error.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<StoredEvent>> FindAsync(ProjectScope project, StoredEvent error, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(error);
        var value = error.Event;
        var query = new EventQuery
        {
            Types = [EventType.Log],
            TraceId = value.TraceId,
            RequestId = value.RequestId,
            SessionId = value.SessionId,
            UserId = value.UserId,
            AnyId = true,
            Since = value.OccurredAt - Around,
            Until = value.OccurredAt + Around,
            ReceivedSince = error.ReceivedAt - Around - Delivery,
            ReceivedUntil = error.ReceivedAt + Around + Delivery,
        };
        return query.HasIds ? (await _feed.ReadAsync(project, query, Max, after: null, cancellation)).Items : [];
    }
}
