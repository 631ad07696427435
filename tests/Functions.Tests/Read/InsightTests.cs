using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class InsightTests(ReadApp app) : IClassFixture<ReadApp>
{
    [Theory]
    [InlineData("1h", "minute", 61, "events")]
    [InlineData("6h", "hour", 7, "rollups")]
    [InlineData("24h", "hour", 25, "rollups")]
    [InlineData("7d", "day", 8, "rollups")]
    public async Task Each_window_has_its_buckets_and_the_same_totals(string window, string bucket, int buckets, string source)
    {
        var project = await StoredAsync();

        var insights = await project.GetAsync($"insights?window={window}");

        Assert.Equal(bucket, insights.GetProperty("bucket").GetString());
        Assert.Equal(buckets, insights.GetProperty("buckets").GetArrayLength());
        Assert.Equal(buckets, insights.GetProperty("event_timeline").GetArrayLength());
        Assert.Equal(source, insights.GetProperty("analytics").GetProperty("source").GetString());
        Assert.False(insights.GetProperty("analytics").GetProperty("partial").GetBoolean());
        Assert.Equal(7, insights.GetProperty("summary").GetProperty("events").GetInt64());
        Assert.Equal(1, insights.GetProperty("summary").GetProperty("errors").GetInt64());
        Assert.Equal(7, insights.GetProperty("metric_series")[0].GetProperty("data").EnumerateArray().Sum(static point => point.GetProperty("value").GetDouble()));
        Assert.Equal(["events.total", "errors.count", "transactions.p95", "db.query.avg"], insights.GetProperty("selected_metrics").EnumerateArray().Select(static key => key.GetString()));
    }

    [Theory]
    [InlineData("transactions.count", 3)]
    [InlineData("transactions.avg", 200)]
    [InlineData("transactions.p95", 300)]
    [InlineData("db.query.avg", 12.5)]
    [InlineData("metric:queue.depth", 1)]
    [InlineData("metric_value:queue.depth", 42)]
    [InlineData("activity.count", 6)]
    public async Task A_metric_is_what_its_events_say(string metric, double expected)
    {
        var project = await StoredAsync();

        var answer = await project.GetAsync($"metrics/query?window=24h&metric={metric}");

        var value = answer.GetProperty("series").GetProperty("data").EnumerateArray().Max(static point => point.GetProperty("value").GetDouble());
        Assert.InRange(value, expected * 0.98, expected * 1.02);
    }

    [Theory]
    [InlineData("environment=staging", 1)]
    [InlineData("release=v2", 1)]
    [InlineData("attribute[]=region=eu", 2)]
    [InlineData("attribute=region=eu&attribute=paid=true", 1)]
    public async Task Filters_count_the_events_that_match(string filter, int expected)
    {
        var project = await StoredAsync();

        var insights = await project.GetAsync($"insights?window=24h&{filter}");

        Assert.Equal(expected, insights.GetProperty("summary").GetProperty("events").GetInt64());
        Assert.Equal("events", insights.GetProperty("analytics").GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("insights?window=2h", "window")]
    [InlineData("insights?metric=none", "metric")]
    [InlineData("insights?attribute=Region=eu", "attribute")]
    [InlineData("insights?attribute=sql=x", "attribute")]
    [InlineData("metrics/query", "metric")]
    [InlineData("metrics/query?metric=errors.count&metric=logs.count", "metric")]
    public async Task What_cannot_be_shown_is_refused(string path, string parameter)
    {
        var project = await StoredAsync();

        var refused = await project.GetAsync(path, 422);

        Assert.Equal("invalid_parameter", refused.GetProperty("code").GetString());
        Assert.Equal(parameter, refused.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task The_catalog_lists_built_in_and_custom_metrics_and_attributes()
    {
        var project = await StoredAsync();

        var catalog = ReadProject.Values(await project.GetAsync("metrics/catalog"), "key");
        var insights = await project.GetAsync("insights");

        Assert.Contains("check_ins.count", catalog);
        Assert.Contains("metric_value:queue.depth", catalog);
        Assert.DoesNotContain("metric:db.query", catalog);
        Assert.Equal(["region", "paid"], insights.GetProperty("attributes").EnumerateArray().Select(static key => key.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task The_summary_counts_the_last_day_and_every_group()
    {
        var project = await StoredAsync();

        var summary = await project.GetAsync("summary");

        Assert.Equal(3, summary.GetProperty("events_by_type").GetProperty("transaction").GetInt64());
        Assert.Equal(6, summary.GetProperty("activity_events").GetInt64());
        Assert.Equal(1, summary.GetProperty("errors").GetProperty("unresolved").GetInt32());
        Assert.Equal(1, summary.GetProperty("errors").GetProperty("all").GetInt32());
        Assert.Equal("log", summary.GetProperty("latest_event").GetProperty("event_type").GetString());
        Assert.Equal("2026-05-22T15:00:00.000000Z", summary.GetProperty("window_started_at").GetString());
    }

    private async Task<ReadProject> StoredAsync()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(
            Event("transaction", "a", """ "duration_ms":100,"context":{"region":"eu","paid":true} """),
            Event("transaction", "b", """ "duration_ms":200,"environment":"staging","context":{"region":"eu"} """),
            Event("transaction", "c", """ "duration_ms":300,"release":"v2" """),
            Event("metric", "db.query", """ "duration_ms":12.5 """),
            Event("metric", "queue.depth", """ "context":{"value":42} """),
            Event("error", "boom", """ "level":"error" """),
            Event("log", "last", """ "level":"info" """));
        return project;
    }

    private static string Event(string type, string message, string members) =>
        $$"""{"event_type":"{{type}}","message":"{{message}}","occurred_at":"2026-05-23T15:10:00Z",{{members}}}""";
}
