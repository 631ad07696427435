using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Finds out when an event happened.</summary>
internal static class EventTime
{
    /// <summary>How far a client's clock may run ahead before its time is not believed.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The earliest time believed: an unset clock says 1970, an unset field year 1, and table storage knows nothing before 1601.</summary>
    public static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch.AddDays(1);

    private static readonly (string Start, string End)[] ReportingNames =
    [
        ("reporting_start", "reporting_end"),
        ("time_stamp_begin", "time_stamp_end"),
        ("timestamp_begin", "timestamp_end"),
    ];

    /// <summary>The event's own time, else the one its diagnostic or evidence gives, else that of receipt.</summary>
    /// <param name="fields">The envelope.</param>
    /// <param name="sent">The event's own time as sent.</param>
    /// <param name="receivedAt">When it was received.</param>
    public static DateTimeOffset Of(EnvelopeFields fields, JsonElement sent, DateTimeOffset receivedAt)
    {
        var diagnostic = fields["diagnostic"];
        var evidence = fields["evidence"];
        var time = TimeText.Read(sent)
            ?? TimeText.Read(diagnostic.At("occurred_at"))
            ?? TimeText.Read(evidence.At("occurred_at"))
            ?? Reported(evidence)
            ?? Reported(diagnostic);
        return Believable(time, receivedAt);
    }

    /// <summary>A time that was read, unless it is missing, too far ahead or from before computers kept it: then that of receipt.</summary>
    public static DateTimeOffset Believable(DateTimeOffset? time, DateTimeOffset receivedAt) =>
        TimeText.ToMicroseconds(time is { } read && read >= Earliest && read <= receivedAt + FutureTolerance ? read : receivedAt);

    /// <summary>The end of the interval a report covers, else its start; neither when they are the wrong way round.</summary>
    private static DateTimeOffset? Reported(JsonElement report)
    {
        if (report.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var period = report.At("reporting_period");
        var start = TimeText.Read(period.At("start"));
        var end = TimeText.Read(period.At("end"));
        foreach (var (startName, endName) in ReportingNames)
        {
            start ??= TimeText.Read(report.At(startName));
            end ??= TimeText.Read(report.At(endName));
        }

        return start > end ? null : end ?? start;
    }
}
