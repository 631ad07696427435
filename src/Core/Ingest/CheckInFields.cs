using Logister.Core.Events;

namespace Logister.Core.Ingest;

/// <summary>What a check-in says of its job, wherever it stands.</summary>
internal static class CheckInFields
{
    /// <summary>The status of a check-in that names none.</summary>
    public const string DefaultStatus = "ok";

    /// <summary>Seconds between runs of a job that does not say.</summary>
    private const long DefaultIntervalSeconds = 300;

    /// <summary>Ten years in seconds; longer times are cut, so that adding them to a date stays possible.</summary>
    private const long LongestSeconds = 10L * 365 * 24 * 60 * 60;

    /// <summary>Of an event of type <c>check_in</c>, whose message is the job's name unless the context says otherwise.</summary>
    public static CheckInDetails OfEvent(EnvelopeFields fields, string message) => Of(
        fields,
        EnvelopeFields.Column(fields.First("check_in_slug", "monitor_slug")) ?? EnvelopeFields.Column(message),
        EnvelopeFields.Column(fields.First("check_in_status", "status")));

    public static CheckInDetails Of(EnvelopeFields fields, string slug, string? status) => new(
        slug,
        status ?? DefaultStatus,
        fields.TopFirst("expected_interval_seconds").WholeNumber(LongestSeconds) is { } interval && interval > 0 ? interval : DefaultIntervalSeconds,
        fields.TopFirst("grace_seconds") is var grace && !grace.IsBlank() ? grace.WholeNumber(LongestSeconds) : null);
}
