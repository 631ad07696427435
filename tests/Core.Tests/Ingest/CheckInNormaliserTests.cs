using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class CheckInNormaliserTests
{
    [Fact]
    public void A_slug_is_enough()
    {
        var checkIn = Some.CheckIn("""{"slug":" nightly "}""");

        Assert.Equal(EventType.CheckIn, checkIn.Type);
        Assert.Equal(("nightly", "info", "ok", "production"), (checkIn.Message, checkIn.Level, checkIn.Status, checkIn.Environment));
        Assert.Equal(new CheckInDetails("nightly", "ok", 300, GraceSeconds: null), checkIn.CheckIn);
        Assert.Equal(Some.Now, checkIn.OccurredAt);
        Assert.Equal("""{"check_in_slug":"nightly","check_in_status":"ok","expected_interval_seconds":300,"environment":"production"}""", checkIn.ContextText());
    }

    [Theory]
    [InlineData("""{"status":"ok"}""", "Message can't be blank")]
    [InlineData("""{"slug":" "}""", "Message can't be blank")]
    [InlineData("""{"slug":{"a":1}}""", "Message can't be blank")]
    [InlineData("""{"slug":null,"uuid":"x"}""", "Uuid is invalid", "Message can't be blank")]
    [InlineData("""{"slug":"a","event_id":"x"}""", "Uuid is invalid")]
    public void A_check_in_without_a_slug_is_refused(string envelope, params string[] errors) =>
        Assert.Equal(errors, Some.ErrorsOf(() => Some.CheckIn(envelope)));

    [Theory]
    [InlineData("12", "12")]
    [InlineData("\"a\"", "a")]
    public void A_slug_may_be_a_number(string sent, string slug) => Assert.Equal(slug, Some.CheckIn($$"""{"slug":{{sent}}}""").Message);

    [Theory]
    [InlineData("ok", "info")]
    [InlineData("in_progress", "info")]
    [InlineData("anything", "info")]
    [InlineData("error", "error")]
    [InlineData("ERROR", "error")]
    [InlineData("failed", "error")]
    [InlineData("failure", "error")]
    [InlineData("fail", "error")]
    [InlineData("timeout", "error")]
    public void The_level_follows_from_the_status(string status, string level)
    {
        var checkIn = Some.CheckIn($$"""{"slug":"a","status":" {{status}} "}""");

        Assert.Equal((status, level), (checkIn.Status, checkIn.Level));
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData("60.9", 60)]
    [InlineData("\"60\"", 60)]
    [InlineData("\" 60s\"", 60)]
    [InlineData("0", 300)]
    [InlineData("0.5", 300)]
    [InlineData("-60", 300)]
    [InlineData("\"soon\"", 300)]
    [InlineData("null", 300)]
    [InlineData("1e300", 315_360_000)]
    [InlineData("\"99999999999999999999999\"", 315_360_000)]
    public void An_interval_is_whole_seconds(string sent, long seconds) =>
        Assert.Equal(seconds, Some.CheckIn($$"""{"slug":"a","expectedIntervalSeconds":{{sent}}}""").CheckIn?.ExpectedIntervalSeconds);

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("45", 45L)]
    [InlineData("\"45\"", 45L)]
    [InlineData("-1", null)]
    [InlineData("null", null)]
    public void A_grace_time_can_be_given(string sent, long? seconds) =>
        Assert.Equal(seconds, Some.CheckIn($$"""{"slug":"a","grace_seconds":{{sent}}}""").CheckIn?.GraceSeconds);

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("\"12.5\"", 12.5)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    public void A_duration_is_kept_when_there_is_one(string sent, double? duration) =>
        Assert.Equal(duration, Some.CheckIn($$"""{"slug":"a","duration_ms":{{sent}}}""").DurationMs);

    [Theory]
    [InlineData("occurred_at")]
    [InlineData("checked_at")]
    [InlineData("checkedAt")]
    public void Its_time_has_two_names(string name) =>
        Assert.Equal(new DateTimeOffset(2026, 5, 22, 0, 0, 0, TimeSpan.Zero), Some.CheckIn($$"""{"slug":"a","{{name}}":"2026-05-22"}""").OccurredAt);

    [Fact]
    public void Context_and_unknown_fields_are_stored()
    {
        var checkIn = Some.CheckIn("""
            {"slug":"a","status":"ok","checked_at":"soon","queue":"q","release":"1","context":{"release":"2","region":"eu"}}
            """);

        Assert.Equal("2", checkIn.Release);
        Assert.Equal(
            """{"release":"2","region":"eu","checked_at":"soon","queue":"q","check_in_slug":"a","check_in_status":"ok","expected_interval_seconds":300,"environment":"production"}""",
            checkIn.ContextText());
    }

    [Fact]
    public void The_same_check_in_sent_as_an_event_is_the_same()
    {
        var compact = Some.CheckIn("""{"slug":"a","status":"failed","expected_interval_seconds":60,"grace_seconds":5,"duration_ms":7,"environment":"test","trace_id":"t","request_id":"r"}""");
        var asEvent = Some.Event("""
            "level":"error","context":{"check_in_slug":"a","check_in_status":"failed","expected_interval_seconds":60,"grace_seconds":5,"duration_ms":7,"environment":"test","trace_id":"t","request_id":"r"}
            """, "check_in");

        Assert.Equal(compact with { Context = default, Message = "m" }, asEvent with { Context = default });
    }
}
