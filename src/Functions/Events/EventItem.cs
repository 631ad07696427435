using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Functions.Http;

namespace Logister.Functions.Events;

/// <summary>An event in the read API.</summary>
internal sealed record EventItem(
    Guid Uuid,
    string EventType,
    string? Level,
    string Message,
    string? Fingerprint,
    DateTimeOffset OccurredAt,
    DateTimeOffset CreatedAt,
    string Environment,
    string? Release,
    string? TransactionName,
    string? TraceId,
    string? RequestId,
    string? SessionId,
    string? UserIdentifier,
    double? DurationMs,
    string? Status,
    Guid? ErrorGroupUuid,
    RawJson? Context)
{
    public static EventItem Of(ProjectScope project, StoredEvent stored, bool withContext)
    {
        var value = stored.Event;
        return new EventItem(
            stored.Id,
            value.Type.Name(),
            value.Level,
            value.Message,
            value.Fingerprint,
            value.OccurredAt,
            stored.ReceivedAt,
            value.Environment,
            value.Release,
            value.TransactionName,
            value.TraceId,
            value.RequestId,
            value.SessionId,
            value.UserId,
            value.DurationMs,
            value.Status,
            ErrorGroups.GroupOf(project, value),
            withContext ? new RawJson(value.Context) : null);
    }
}
