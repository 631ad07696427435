using System.Text.Json;
using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class SpanNormaliserTests
{
    [Theory]
    [InlineData("""{"trace_id":"t","span_id":"s","parent_span_id":"p"}""")]
    [InlineData("""{"context":{"trace_id":"t","span_id":"s","parent_span_id":"p"}}""")]
    [InlineData("""{"context":{"traceId":"t","spanId":"s","parentSpanId":"p"}}""")]
    [InlineData("""{"context":{"trace":{"traceId":"t","spanId":"s","parentSpanId":"p"}}}""")]
    [InlineData("""{"trace_id":"t","span_id":"s","parent_span_id":"p","context":{"trace_id":"x","span_id":"x","parent_span_id":"x"}}""")]
    public void Its_ids_are_found_wherever_they_stand(string members)
    {
        var span = Some.Normalised(members.Insert(1, "\"event_type\":\"span\","));

        Assert.Equal(("t", "s", "p"), (span.TraceId, span.Span?.SpanId, span.Span?.ParentSpanId));
    }

    [Theory]
    [InlineData("\"0000000000000000\"")]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void A_parent_of_zeros_is_none(string parent) => Assert.Null(Some.Span($"\"parent_span_id\":{parent}").Span?.ParentSpanId);

    [Theory]
    [InlineData("""  "name":"n","message":"m","context":{"name":"c"}  """, "n")]
    [InlineData("""  "message":"m","context":{"name":"c"}  """, "m")]
    [InlineData("""  "context":{"name":"c","span_name":"s"}  """, "c")]
    [InlineData("""  "context":{"span_name":"s"}  """, "s")]
    [InlineData("", "span")]
    public void Its_name_is_the_message(string members, string name) => Assert.Equal(name, Some.Span(members.Trim()).Message);

    [Theory]
    [InlineData("\"kind\":\"db\"", "db")]
    [InlineData("\"span_kind\":\"http\"", "http")]
    [InlineData("\"kind\":\"SERVER\"", "server")]
    [InlineData("\"context\":{\"kind\":\"queue\"}", "queue")]
    [InlineData("\"context\":{\"spanKind\":\"cache\"}", "cache")]
    [InlineData("\"kind\":\"client\"", "internal")]
    [InlineData("", "internal")]
    public void Its_kind_is_one_of_a_list(string members, string kind)
    {
        var span = Some.Span(members);

        Assert.Equal(kind, span.Span?.Kind);
    }

    [Theory]
    [InlineData("\"duration_ms\":12.5", 12.5)]
    [InlineData("\"durationMs\":\"12.5\"", 12.5)]
    [InlineData("\"context\":{\"duration_ms\":3}", 3d)]
    [InlineData("\"duration_ms\":-3", 0d)]
    [InlineData("\"duration_ms\":\"long\"", 0d)]
    [InlineData("\"duration_ms\":1e999", 0d)]
    [InlineData("", 0d)]
    public void Its_duration_is_zero_when_it_is_not_known(string members, double duration) => Assert.Equal(duration, Some.Span(members).DurationMs);

    [Theory]
    [InlineData("\"started_at\":\"2026-05-22T10:00:00Z\",\"duration_ms\":1500", "2026-05-22T10:00:00Z", "2026-05-22T10:00:01.5Z")]
    [InlineData("\"occurred_at\":\"2026-05-22T10:00:00Z\",\"ended_at\":\"2026-05-22T10:00:09Z\",\"duration_ms\":1500", "2026-05-22T10:00:00Z", "2026-05-22T10:00:09Z")]
    [InlineData("\"context\":{\"started_at\":\"2026-05-22T10:00:00Z\",\"ended_at\":\"2026-05-22T10:00:09Z\"}", "2026-05-22T10:00:00Z", "2026-05-22T10:00:09Z")]
    [InlineData("\"started_at\":\"nonsense\"", "2026-05-23T15:30:00Z", "2026-05-23T15:30:00Z")]
    [InlineData("\"started_at\":\"2036-05-22\",\"ended_at\":\"2036-05-23\"", "2026-05-23T15:30:00Z", "2026-05-23T15:30:00Z")]
    [InlineData("\"duration_ms\":1e300", "2026-05-23T15:30:00Z", "9999-12-31T23:59:59.999Z")]
    public void It_has_a_start_and_an_end(string members, string started, string ended)
    {
        var span = Some.Span(members);

        Assert.Equal(DateTimeOffset.Parse(started), span.OccurredAt);
        Assert.Equal(DateTimeOffset.Parse(ended), span.Span!.EndedAt);
    }

    [Fact]
    public void Its_identity_follows_from_project_trace_and_span()
    {
        // The last one was computed apart from this code: the SHA-256 of "logister:span:<project>:t:s" with version 5 and variant 8 to b.
        Assert.Equal(Some.Span("").Uuid, Some.Span("\"name\":\"other\"").Uuid);
        Assert.NotEqual(Some.Span("").Uuid, Some.Span("\"span_id\":\"s2\"").Uuid);
        Assert.Equal(new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"), Some.Span("\"uuid\":\"FFFFFFFF-ffff-ffff-ffff-ffffffffffff\"").Uuid);
        Assert.Equal(new Guid("299626fd-692f-5ef7-b851-b2a92823aa77"), Some.Span("").Uuid);
    }

    [Fact]
    public void Its_context_receives_what_stands_beside_it()
    {
        var span = Some.Span("""
            "parent_span_id":"p","kind":"db","status":"ok","duration_ms":2,"name":"n","message":"n","service":"web","request_id":"r","started_at":"2026-05-22","release":"1"
            """);

        Assert.Equal(EventType.Span, span.Type);
        Assert.Equal(("ok", "r", "1"), (span.Status, span.RequestId, span.Release));
        Assert.Equal(
            """{"trace_id":"t","span_id":"s","parent_span_id":"p","kind":"db","status":"ok","duration_ms":2,"service":"web","request_id":"r","release":"1","span_kind":"db","environment":"production"}""",
            span.ContextText());
    }

    [Fact]
    public void A_second_name_and_an_unreadable_start_stay_readable()
    {
        var context = Some.Span("\"name\":\"n\",\"message\":\"m\",\"started_at\":\"soon\"").ContextJson();

        Assert.Equal("m", context.GetProperty("message").GetString());
        Assert.Equal("soon", context.GetProperty("started_at").GetString());
        Assert.Equal(JsonValueKind.Undefined, context.TryGetProperty("name", out var name) ? name.ValueKind : JsonValueKind.Undefined);
    }
}
