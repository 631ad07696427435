using System.Globalization;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class EventTimeTests
{
    private const string Received = "2026-05-23T15:30:00.0000000Z";

    [Theory]
    [InlineData("\"2026-05-22T10:20:30Z\"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\"2026-05-22T10:20:30.5Z\"", "2026-05-22T10:20:30.5000000Z")]
    [InlineData("\"2026-05-22T10:20:30.123Z\"", "2026-05-22T10:20:30.1230000Z")]
    [InlineData("\"2026-05-22T10:20:30.123456Z\"", "2026-05-22T10:20:30.1234560Z")]
    [InlineData("\"2026-05-22T10:20:30.1234567+00:00\"", "2026-05-22T10:20:30.1234560Z")]
    [InlineData("\"2026-05-22T10:20:30.123456789Z\"", "2026-05-22T10:20:30.1234560Z")]
    [InlineData("\"2026-05-22T10:20:30+02:00\"", "2026-05-22T08:20:30.0000000Z")]
    [InlineData("\"2026-05-22T10:20:30-0530\"", "2026-05-22T15:50:30.0000000Z")]
    [InlineData("\"2026-05-22T10:20:30+02\"", "2026-05-22T08:20:30.0000000Z")]
    [InlineData("\"2026-05-22T10:20:30\"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\"2026-05-22 10:20:30 UTC\"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\"2026-05-22 10:20:30 +0200\"", "2026-05-22T08:20:30.0000000Z")]
    [InlineData("\"2026-05-22t10:20:30z\"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\"2026-05-22T10:20Z\"", "2026-05-22T10:20:00.0000000Z")]
    [InlineData("\"20260522T102030Z\"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\" 2026-05-22T10:20:30Z \"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\"2026-05-22T23:59:60Z\"", "2026-05-23T00:00:00.0000000Z")]
    [InlineData("\"2026-05-22\"", "2026-05-22T00:00:00.0000000Z")]
    [InlineData("\"20260522\"", "2026-05-22T00:00:00.0000000Z")]
    [InlineData("1779445230", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("1779445230.25", "2026-05-22T10:20:30.2500000Z")]
    [InlineData("1779445230250", "2026-05-22T10:20:30.2500000Z")]
    [InlineData("\"1779445230\"", "2026-05-22T10:20:30.0000000Z")]
    [InlineData("\"1779445230250\"", "2026-05-22T10:20:30.2500000Z")]
    [InlineData("\"1970-01-02T00:00:00Z\"", "1970-01-02T00:00:00.0000000Z")]
    public void A_time_is_understood(string sent, string stored)
    {
        var normalised = Some.Event($"\"occurred_at\":{sent}");

        Assert.Equal(stored, normalised.OccurredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Assert.False(normalised.ContextJson().TryGetProperty("occurred_at", out _));
    }

    [Theory]
    [InlineData("\"15:30\"")]
    [InlineData("\"Monday\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2026-13-01\"")]
    [InlineData("\"2026-02-30T00:00:00Z\"")]
    [InlineData("\"2026-05-22T25:00:00Z\"")]
    [InlineData("\"2026-05-22T10:20:30.Z\"")]
    [InlineData("\"2026-05-22T10:20:30+99:00\"")]
    [InlineData("\"2026-05-22T10:20:30Zjunk\"")]
    [InlineData("\"2026-05-22T\"")]
    [InlineData("\"0000-00-00\"")]
    [InlineData("\"0001-01-01T00:00:00+10:00\"")]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"1970-01-01T00:00:00Z\"")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("1779445230250000000")]
    [InlineData("{\"a\":1}")]
    [InlineData("[1]")]
    [InlineData("true")]
    public void What_is_not_understood_becomes_the_time_of_receipt_and_stays_readable(string sent)
    {
        var normalised = Some.Event($"\"occurred_at\":{sent}");

        Assert.Equal(Received, normalised.OccurredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(sent, normalised.ContextJson().GetProperty("occurred_at").GetRawText());
    }

    [Theory]
    [InlineData("\"2026-05-23T15:35:00Z\"", "2026-05-23T15:35:00.0000000Z")]
    [InlineData("\"2026-05-23T15:35:01Z\"", Received)]
    [InlineData("\"9999-12-31T23:59:59Z\"", Received)]
    public void A_clock_may_run_five_minutes_ahead(string sent, string stored) =>
        Assert.Equal(stored, Some.Event($"\"occurred_at\":{sent}").OccurredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("", Received)]
    [InlineData("""  "context":{"diagnostic":{"occurred_at":"2026-05-01"}}  """, "2026-05-01T00:00:00.0000000Z")]
    [InlineData("""  "context":{"evidence":{"occurred_at":"2026-05-02"}}  """, "2026-05-02T00:00:00.0000000Z")]
    [InlineData("""  "evidence":{"occurred_at":"2026-05-02"}  """, "2026-05-02T00:00:00.0000000Z")]
    [InlineData("""  "occurred_at":"x","context":{"evidence":{"occurred_at":"2026-05-02"},"diagnostic":{"occurred_at":"2026-05-01"}}  """, "2026-05-01T00:00:00.0000000Z")]
    [InlineData("""  "context":{"evidence":{"reporting_period":{"start":"2026-05-03","end":"2026-05-04"}}}  """, "2026-05-04T00:00:00.0000000Z")]
    [InlineData("""  "context":{"evidence":{"reporting_start":"2026-05-03","reporting_end":"2026-05-04"}}  """, "2026-05-04T00:00:00.0000000Z")]
    [InlineData("""  "context":{"diagnostic":{"reporting_period":{"start":"2026-05-03"}}}  """, "2026-05-03T00:00:00.0000000Z")]
    [InlineData("""  "context":{"diagnostic":{"time_stamp_begin":"2026-05-03","time_stamp_end":"2026-05-04"}}  """, "2026-05-04T00:00:00.0000000Z")]
    [InlineData("""  "context":{"diagnostic":{"timestamp_begin":"2026-05-03","timestamp_end":"2026-05-04"}}  """, "2026-05-04T00:00:00.0000000Z")]
    [InlineData("""  "context":{"diagnostic":{"reporting_start":"2026-05-04","reporting_end":"2026-05-03"}}  """, Received)]
    public void Other_places_are_asked_when_the_event_itself_does_not_say(string members, string stored) =>
        Assert.Equal(stored, Some.Event(members.Trim()).OccurredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
