using FsCheck;
using FsCheck.Fluent;

namespace Logister.Core.Tests;

/// <summary>Generates JSON as clients, good and bad, might send it.</summary>
public static class JsonTexts
{
    private static readonly string[] KnownKeys =
    [
        "event_type", "message", "level", "fingerprint", "occurred_at", "uuid", "event_id", "context", "traceId", "trace_id", "span_id",
        "parentSpanId", "user", "id", "status", "duration_ms", "environment", "release", "repo", "sha", "slug", "exception", "frames",
        "backtrace", "class", "name", "KEY", "fooBar", "foo_bar", "serials", "password", "telemetry_evidence", "a::B", "evidence", "",
        "branch", "github", "Bearer abc123", "trace", "deployment", "expected_interval_seconds", "grace_seconds", "filename", "function",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "1.50", "1e400", "1779445230", "\"\"", "\" \"", "\"error\"", "\"log\"", "\"span\"", "\"check_in\"",
        "\"text\"", "\"2026-05-22T10:00:00Z\"", "\"Bearer abc123\"", "\"x://u:p@h\"", "\"\\ud83d\\ude00\"", "\"\\u0000\\n\"", "\"é\"",
        "\"0189d1f0-aaaa-bbbb-cccc-0123456789ab\"", "\"abcdef1\"", "\"acme/shop\"", "\"at f (/srv/a.js:1:2)\"", "\"0000\"", "3", "4",
    ];

    /// <summary>Any JSON value, nested a few levels deep.</summary>
    public static Arbitrary<JsonText> Any() => Arb.From(Gen.Sized(size => Value(Math.Min(size / 12, 4))).Select(text => new JsonText(text)));

    private static Gen<string> Value(int depth)
    {
        var scalar = Gen.Elements(Scalars);
        if (depth == 0)
        {
            return scalar;
        }

        var inner = Value(depth - 1);
        var member = Gen.Elements(KnownKeys).SelectMany(key => inner, (key, value) => $"\"{key}\":{value}");
        return Gen.Frequency(
            (2, scalar),
            (1, inner.ListOf().Select(elements => $"[{string.Join(',', elements.Take(5))}]")),
            (5, member.ListOf().Select(members => "{" + string.Join(',', members.Take(8)) + "}")));
    }
}
