using System.Text.Json;
using Logister.Core.Events;

namespace Logister.Core.Metrics;

/// <summary>The members of contexts that events can be filtered by: top-level, scalar, named in snake case, and telling.</summary>
public static class ContextAttributes
{
    /// <summary>Characters of a value that can be filtered by.</summary>
    public const int MaxValue = 80;

    private const int MaxKey = 64;
    private const int MaxKeys = 12;
    private const int MaxValues = 25;

    // Shown elsewhere, different in every event, or far too long to compare.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "duration", "duration_ms", "environment", "release", "trace_id", "request_id", "session_id", "user_id", "user", "span_id", "parent_span_id",
        "transaction_id", "event_id", "uuid", "exception", "request", "sql", "stack", "backtrace", "message", "value", "occurred_at", "started_at", "ended_at",
    };

    /// <summary>Whether a name is one that can be filtered by.</summary>
    public static bool IsKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxKey
            && char.IsAsciiLetterLower(name[0])
            && name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '.' or ':' or '-')
            && !Reserved.Contains(name);
    }

    /// <summary>The commonest keys of some events, each with its commonest values and how many events have them.</summary>
    /// <param name="events">The events.</param>
    public static IReadOnlyList<(string Key, IReadOnlyList<KeyValuePair<string, int>> Values)> Of(IEnumerable<TelemetryEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var keys = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var value in events)
        {
            using var context = JsonDocument.Parse(value.Context);
            foreach (var member in context.RootElement.EnumerateObject().Where(static member => IsKey(member.Name)))
            {
                if (Text(member.Value) is { } text)
                {
                    var values = keys.TryGetValue(member.Name, out var known) ? known : keys[member.Name] = new Dictionary<string, int>(StringComparer.Ordinal);
                    values[text] = values.GetValueOrDefault(text) + 1;
                }
            }
        }

        return
        [
            .. keys.OrderByDescending(static key => key.Value.Values.Sum()).ThenBy(static key => key.Key, StringComparer.Ordinal).Take(MaxKeys).Select(static key =>
                (key.Key, (IReadOnlyList<KeyValuePair<string, int>>)
                [.. key.Value.OrderByDescending(static value => value.Value).ThenBy(static value => value.Key, StringComparer.Ordinal).Take(MaxValues)])),
        ];
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 and <= MaxValue } text && text != "[REDACTED]" => text,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
