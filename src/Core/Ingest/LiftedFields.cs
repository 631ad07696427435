using System.Text.Json;
using Logister.Core.Events;

namespace Logister.Core.Ingest;

/// <summary>The names of the contract under which the context holds what a client may also send beside it.</summary>
internal static class LiftedFields
{
    private static readonly (string Name, string[] Aliases)[] OfEveryType =
    [
        ("release", []),
        ("trace_id", []),
        ("request_id", []),
        ("session_id", []),
        ("user_id", []),
        ("commit_sha", ["sha"]),
        ("repository", ["repo", "github_repository"]),
        ("branch", []),
        ("transaction_name", []),
        ("duration_ms", []),
        ("expected_interval_seconds", []),
        ("check_in_slug", ["monitor_slug"]),
        ("telemetry_schema_version", []),
        ("error_mechanism", ["mechanism"]),
        ("installation_id_hash", []),
    ];

    public static void Lift(EnvelopeFields fields, EventType type, ContextAdditions additions)
    {
        foreach (var (name, aliases) in OfEveryType)
        {
            additions.Lift(name, Sent(fields.Top, name, aliases));
        }

        if (StatusName(type) is { } status)
        {
            additions.Lift(status, Sent(fields.Top, status, ["status"]));
        }
    }

    /// <summary>The first alias that is sent at all; when that one is blank, the later ones do not count.</summary>
    private static JsonElement Sent(ObjectFields top, string name, string[] aliases)
    {
        if (IsSent(top[name]))
        {
            return top[name];
        }

        foreach (var alias in aliases)
        {
            if (IsSent(top[alias]))
            {
                return top[alias];
            }
        }

        return default;
    }

    private static bool IsSent(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False);

    private static string? StatusName(EventType type) => type switch
    {
        EventType.Transaction => "transaction_status",
        EventType.CheckIn => "check_in_status",
        _ => null,
    };
}
