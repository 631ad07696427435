using System.Diagnostics.CodeAnalysis;
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
    private const int MaxMessage = 4096;
    private const int MaxFingerprint = 512;
    private const int MaxLevel = 32;

    /// <summary>Whether the context is only a summary of what it holds.</summary>
    public bool? ContextTruncated { get; init; }

    /// <summary>Whether message, fingerprint or level were cut.</summary>
    public bool? SummaryTruncated { get; init; }

    public static EventItem Of(ProjectScope project, StoredEvent stored) => Of(project, stored, new RawJson(stored.Event.Context));

    public static EventItem Of(ProjectScope project, StoredEvent stored, RawJson? context)
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
            context);
    }

    /// <summary>The item as it stands in lists.</summary>
    public EventItem Shortened()
    {
        var cut = this with { Message = Cut(Message, MaxMessage), Fingerprint = Cut(Fingerprint, MaxFingerprint), Level = Cut(Level, MaxLevel) };
        return cut == this ? this : cut with { SummaryTruncated = true };
    }

    // Never half a surrogate pair.
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text, int max) =>
        text is null || text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
}
