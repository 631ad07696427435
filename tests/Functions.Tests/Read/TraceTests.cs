using Xunit;

namespace Logister.Functions.Tests.Read;

public sealed class TraceTests(ReadApp app) : IClassFixture<ReadApp>
{
    private const string Root = """{"event_type":"span","trace_id":"t1","span_id":"a","parent_span_id":"0000000000000000","name":"GET /carts/7","kind":"server","status":"ok","duration_ms":120.12345,"started_at":"2020-05-01T10:00:00Z","context":{"http":{"route":"/carts/{id}"},"service":"api"}}""";
    private const string Child = """{"event_type":"span","trace_id":"t1","span_id":"b","parent_span_id":"a","name":"SELECT","kind":"db","duration_ms":30,"started_at":"2020-05-01T10:00:00.050Z"}""";
    private const string Other = """{"event_type":"span","trace_id":"t2","span_id":"a","name":"nightly","kind":"queue","status":"error","duration_ms":9000,"started_at":"2020-05-01T11:00:00Z","environment":"staging"}""";

    [Fact]
    public async Task Traces_are_listed_by_their_roots_the_latest_first()
    {
        var project = await StoredAsync();

        var list = await project.GetAsync("traces");

        Assert.Equal(["t2", "t1"], ReadProject.Values(list, "trace_id"));
        var root = list.GetProperty("items")[1];
        Assert.Equal("/carts/{id}", root.GetProperty("operation").GetString());
        Assert.Equal("api", root.GetProperty("service").GetString());
        Assert.Equal(120.123, root.GetProperty("duration_ms").GetDouble());
        Assert.False(root.TryGetProperty("parent_span_id", out _));
        Assert.False(root.TryGetProperty("context", out _));
    }

    [Theory]
    [InlineData("service=api", "t1")]
    [InlineData("operation=nightly", "t2")]
    [InlineData("q=CARTS", "t1")]
    [InlineData("status=error", "t2")]
    [InlineData("status=ok", "t1")]
    [InlineData("min_duration_ms=1000", "t2")]
    [InlineData("environment=staging", "t2")]
    [InlineData("since=2020-05-01T10:00:00Z&until=2020-05-01T11:00:00Z", "t1")]
    [InlineData("since=2020-05-01T10:00:00.000001Z&until=2020-05-02", "t2")]
    public async Task Each_filter_keeps_what_it_names(string filter, string expected)
    {
        var project = await StoredAsync();

        var list = await project.GetAsync($"traces?{filter}");

        Assert.Equal([expected], ReadProject.Values(list, "trace_id"));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        var project = await StoredAsync();

        var first = await project.GetAsync("traces?limit=1");
        var second = await project.GetAsync($"traces?limit=1&cursor={first.GetProperty("next_cursor").GetString()}");

        Assert.Equal("t2", first.GetProperty("items")[0].GetProperty("trace_id").GetString());
        Assert.Equal("t1", second.GetProperty("items")[0].GetProperty("trace_id").GetString());
        Assert.False(second.TryGetProperty("next_cursor", out _));
    }

    [Fact]
    public async Task A_trace_shows_its_spans_as_a_tree_whatever_the_clients_clock_says()
    {
        var project = await StoredAsync();

        var trace = await project.GetAsync("traces/t1");

        var spans = trace.GetProperty("spans");
        Assert.False(trace.GetProperty("truncated").GetBoolean());
        Assert.Equal(["a", "b"], spans.EnumerateArray().Select(static span => span.GetProperty("span_id").GetString()));
        Assert.Equal("a", spans[1].GetProperty("parent_span_id").GetString());
        Assert.Equal("unset", spans[1].GetProperty("status").GetString());
        Assert.Equal("api", spans[0].GetProperty("context").GetProperty("service").GetString());
    }

    [Fact]
    public async Task A_trace_without_a_root_is_found_too()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Child);

        Assert.Equal(1, (await project.GetAsync("traces/t1")).GetProperty("spans").GetArrayLength());
    }

    [Fact]
    public async Task A_long_trace_is_truncated_at_two_hundred_spans()
    {
        var project = await app.ProjectAsync();
        for (var segment = 0; segment < 3; segment++)
        {
            await project.StoreAsync([.. Enumerable.Range(0, 80).Select(index => $$"""{"event_type":"span","trace_id":"long","span_id":"{{segment}}.{{index}}","parent_span_id":"p"}""")]);
        }

        var trace = await project.GetAsync("traces/long");

        Assert.Equal(200, trace.GetProperty("spans").GetArrayLength());
        Assert.True(trace.GetProperty("truncated").GetBoolean());
    }

    [Fact]
    public async Task An_unknown_trace_is_not_found_and_an_impossible_id_is_refused()
    {
        var project = await app.ProjectAsync();

        Assert.Equal("not_found", (await project.GetAsync("traces/none", 404)).GetProperty("code").GetString());
        Assert.Equal("invalid_parameter", (await project.GetAsync("traces/a%20b", 422)).GetProperty("code").GetString());
    }

    private async Task<ReadProject> StoredAsync()
    {
        var project = await app.ProjectAsync();
        await project.StoreAsync(Child, Root);
        await project.StoreAsync(Other);
        return project;
    }
}
