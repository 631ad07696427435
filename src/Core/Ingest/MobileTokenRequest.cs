using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Projects;

namespace Logister.Core.Ingest;

/// <summary>Reads what a mobile token shall be bound to.</summary>
internal static class MobileTokenRequest
{
    private const int LongestValue = 200;
    private const long DefaultSeconds = 900;
    private const long ShortestSeconds = 60;
    private const long LongestSeconds = 3600;

    // A clock between us and the caller may be off by this much.
    private const long ToleranceSeconds = 1;

    private static readonly HashSet<string> Platforms = new(StringComparer.Ordinal) { "android", "ios" };

    private static readonly string[] AllTypes =
    [
        EventType.Error.Name(), EventType.Log.Name(), EventType.Metric.Name(), EventType.Transaction.Name(), EventType.Span.Name(), EventType.CheckIn.Name(),
    ];

    /// <exception cref="InvalidEventException">Such a token cannot be made.</exception>
    public static (MobileBinding Binding, TimeSpan Lifetime) Read(JsonElement envelope)
    {
        var fields = ObjectFields.OfEnvelope(envelope);
        var binding = new MobileBinding
        {
            Platform = Trimmed(fields, "platform")?.ToLowerInvariant() ?? string.Empty,
            Service = Trimmed(fields, "service") ?? string.Empty,
            Environment = Trimmed(fields, "environment") ?? string.Empty,
            Release = Trimmed(fields, "release"),
            SessionId = Trimmed(fields, "session_id"),
            AllowedEventTypes = Types(fields["allowed_event_types"]),
        };
        var seconds = Seconds(fields["expires_in_seconds"]);
        var errors = Errors(binding, seconds).ToList();
        return errors.Count == 0 ? (binding, TimeSpan.FromSeconds(seconds)) : throw new InvalidEventException(errors);
    }

    private static IEnumerable<string> Errors(MobileBinding binding, long seconds)
    {
        if (!Platforms.Contains(binding.Platform))
        {
            yield return "Platform is not included in the list";
        }

        if (binding.Service.Length == 0)
        {
            yield return "Service can't be blank";
        }

        if (binding.Environment.Length == 0)
        {
            yield return "Environment can't be blank";
        }

        if (seconds < ShortestSeconds - ToleranceSeconds)
        {
            yield return $"Expires at must be at least {ShortestSeconds} seconds from now";
        }

        if (seconds > LongestSeconds + ToleranceSeconds)
        {
            yield return $"Expires at must be within {LongestSeconds} seconds";
        }

        if (binding.AllowedEventTypes.Except(AllTypes, StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
        {
            yield return $"Allowed event types contains unsupported values: {string.Join(", ", unknown)}";
        }

        foreach (var (key, _) in binding.BoundValues.Where(static bound => bound.Value.Length > LongestValue))
        {
            yield return $"{char.ToUpperInvariant(key[0])}{key[1..].Replace('_', ' ')} is too long (maximum is {LongestValue} characters)";
        }
    }

    private static string? Trimmed(ObjectFields fields, string name) => fields[name].Text()?.Trim();

    private static long Seconds(JsonElement sent) => sent switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => DefaultSeconds,
        { ValueKind: JsonValueKind.Number } when sent.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } when long.TryParse(sent.GetString(), out var number) => number,
        _ => 0,
    };

    private static string[] Types(JsonElement sent)
    {
        if (sent.IsBlank())
        {
            return AllTypes;
        }

        IEnumerable<JsonElement> names = sent.ValueKind == JsonValueKind.Array ? sent.EnumerateArray() : [sent];
        return [.. names.Select(static name => KeyName.Normalise((name.Text() ?? string.Empty).Trim())).Distinct(StringComparer.Ordinal)];
    }
}
