using System.Globalization;

namespace Logister.Core.Events;

/// <summary>Whether an event tells of something that went wrong, in whichever of the ways clients say so.</summary>
internal static class EventOutcome
{
    private const int ServerError = 500;

    /// <summary>Level error or fatal, a status word for failure, or an HTTP status of 500 and above.</summary>
    public static bool IsFailure(TelemetryEvent value) =>
        value.Level is "error" or "fatal" or "critical"
        || value.Status?.ToLowerInvariant() is "error" or "errored" or "failed"
        || (int.TryParse(value.Status, CultureInfo.InvariantCulture, out var status) && status >= ServerError);

    public static bool Matches(string wanted, TelemetryEvent value) => wanted.ToLowerInvariant() switch
    {
        "error" or "errored" or "failed" => IsFailure(value),
        "ok" or "success" or "successful" => !IsFailure(value),
        _ => value.Status == wanted,
    };
}
