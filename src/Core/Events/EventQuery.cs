using Azure.Data.Tables;
using Logister.Core.Ingest;
using Logister.Core.Segments;

namespace Logister.Core.Events;

/// <summary>Which events of the feed are wanted. Everything left out matches everything.</summary>
public sealed record EventQuery
{
    /// <summary>The types wanted; all types of the feed when empty.</summary>
    public IReadOnlyList<EventType> Types { get; init; } = [];

    /// <summary>The level, exactly.</summary>
    public string? Level { get; init; }

    /// <summary>The environment, exactly.</summary>
    public string? Environment { get; init; }

    /// <summary>The release, exactly.</summary>
    public string? Release { get; init; }

    /// <summary>The trace id, exactly.</summary>
    public string? TraceId { get; init; }

    /// <summary>The request id, exactly.</summary>
    public string? RequestId { get; init; }

    /// <summary>The session id, exactly.</summary>
    public string? SessionId { get; init; }

    /// <summary>The user id, exactly.</summary>
    public string? UserId { get; init; }

    /// <summary>A part of the message, level, fingerprint, transaction name or release, whatever the case.</summary>
    public string? Text { get; init; }

    /// <summary>Top-level members of the context, with the text each must have.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>The earliest moment of occurrence, inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest moment of occurrence, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The earliest moment of receipt, inclusive. It bounds what the feed reads; a poll does not look at it.</summary>
    public DateTimeOffset? ReceivedSince { get; init; }

    /// <summary>The latest moment of receipt, exclusive. It bounds what the feed reads; a poll does not look at it.</summary>
    public DateTimeOffset? ReceivedUntil { get; init; }

    /// <summary>Whether one of the ids asked for is enough; otherwise all of them must match.</summary>
    public bool AnyId { get; init; }

    /// <summary>The least duration, milliseconds.</summary>
    public double? MinDurationMs { get; init; }

    /// <summary><c>error</c> or <c>ok</c> by what the event says of its outcome, or any status text exactly.</summary>
    public string? Status { get; init; }

    internal IReadOnlyList<EventType> EffectiveTypes => Types.Count > 0 ? Types : EventTypeNames.InFeed;

    /// <summary>Whether every event of the wanted types matches, so that counts alone tell how many there are.</summary>
    internal bool IsTypeOnly => this == new EventQuery { Types = Types, ReceivedSince = ReceivedSince, ReceivedUntil = ReceivedUntil };

    // What happened at a time was received then or later, but for clocks that run ahead.
    internal DateTimeOffset? EarliestReceipt =>
        Since - EventTime.FutureTolerance is { } since && !(ReceivedSince > since) ? since : ReceivedSince;

    internal bool HasIds => Ids.Any();

    internal IEnumerable<(string Column, string Id)> Ids => EventIds.Present(
        (EventIds.Traces, TraceId), (EventIds.Requests, RequestId), (EventIds.Sessions, SessionId), (EventIds.Users, UserId));

    internal bool Matches(TelemetryEvent value) =>
        EffectiveTypes.Contains(value.Type)
        && Is(Level, value.Level) && Is(Environment, value.Environment) && Is(Release, value.Release)
        && MatchesIds(id => EventIds.Of(value).Contains(id))
        && !(value.OccurredAt < Since) && !(value.OccurredAt >= Until)
        && (MinDurationMs is not { } least || value.DurationMs >= least)
        && (Status is not { } status || EventOutcome.Matches(status, value))
        && Attributes.All(attribute => new ContextFields(value.Context).Text(attribute.Key) == attribute.Value)
        && (Text is not { } text || Holds(text, value));

    /// <summary>Whether a segment can hold a match, judged by what its row says without its body.</summary>
    internal bool MayMatch(TableEntity head) =>
        EffectiveTypes.Any(type => head.GetInt32(SegmentRow.CountOf(type)) > 0)
        && !(head.GetDateTimeOffset(SegmentRow.Newest) < Since)
        && !(head.GetDateTimeOffset(SegmentRow.Oldest) >= Until)
        && MatchesIds(id => IdFilter.MayHold(head.GetBinary(id.Column), id.Id));

    private bool MatchesIds(Func<(string Column, string Id), bool> holds) => AnyId ? Ids.Any(holds) : Ids.All(holds);

    private static bool Is(string? wanted, string? value) => wanted is null || wanted == value;

    private static bool Holds(string text, TelemetryEvent value) =>
        ((ReadOnlySpan<string?>)[value.Message, value.Level, value.Fingerprint, value.TransactionName, value.Release, value.CheckIn?.Slug, value.Error?.ExceptionClass])
            .ToArray()
            .Any(field => field?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
