using System.Globalization;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>
/// Reads the times clients send: ISO 8601 with or without separators, seconds, fraction and offset (UTC when there is
/// none), a date alone, and seconds or milliseconds since 1970 as number or text. Precise to the microsecond.
/// </summary>
internal static class TimeText
{
    // Seconds reach this in the year 5138, milliseconds passed it in 1973.
    private const double SmallestMilliseconds = 1e11;

    private const double LargestMilliseconds = 253_402_300_799_999;

    private const int OffsetLimitMinutes = 14 * 60;

    public static DateTimeOffset? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number) ? Epoch(number) : null,
        JsonValueKind.String => Read(value.GetString()),
        _ => null,
    };

    /// <summary>Cuts a time to the precision that is stored.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var scan = new TimeScan(text);
        if (!scan.TryReadDate(out var date))
        {
            return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? Epoch(number)
                : null;
        }

        if (scan.AtEnd)
        {
            return new DateTimeOffset(date, TimeSpan.Zero);
        }

        if (!scan.TryReadTime(out var time) || !scan.TryReadOffset(out var minutes) || !scan.AtEnd || Math.Abs(minutes) > OffsetLimitMinutes)
        {
            return null;
        }

        var ticks = date.Ticks + time - (minutes * TimeSpan.TicksPerMinute);
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks
            ? null
            : ToMicroseconds(new DateTimeOffset(ticks, TimeSpan.Zero));
    }

    private static DateTimeOffset? Epoch(double number)
    {
        var milliseconds = Math.Abs(number) < SmallestMilliseconds ? number * 1000 : number;
        if (!(Math.Abs(milliseconds) <= LargestMilliseconds))
        {
            return null;
        }

        // A fraction is taken in microseconds, as a double holds no more of today's times.
        var ticks = DateTimeOffset.UnixEpoch.Ticks + ((long)Math.Round(milliseconds * 1000) * TimeSpan.TicksPerMicrosecond);
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
