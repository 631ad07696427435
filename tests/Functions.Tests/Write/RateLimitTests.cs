using System.Globalization;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>The counters of both APIs, in windows of a minute.</summary>
public sealed class RateLimitTests(Emulator emulator)
{
    // 18 seconds into a minute.
    private static readonly DateTimeOffset Now = new(2026, 5, 23, 15, 30, 18, TimeSpan.Zero);
    private static readonly string WindowEnd = Now.AddSeconds(42).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private readonly FakeTimeProvider _time = new(Now);

    [Fact]
    public async Task A13_a_token_has_its_requests_counted_for_each_kind_of_path()
    {
        await using var app = await StartAsync("--LOGISTER_PUBLIC_API_RATE_LIMIT_REQUESTS", "2");
        var project = await app.NewProjectAsync();

        var first = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        var invalid = await project.PostAsync(TestProject.EventsPath, "{");
        var refused = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        var otherPath = await project.PostAsync(TestProject.CheckInsPath, Sender.SomeCheckIn);
        var otherToken = await (await app.NewProjectAsync()).PostAsync(TestProject.EventsPath, Sender.SomeEvent);

        Assert.Equal((201, "2", "1", WindowEnd), Told(first));
        Assert.Equal((400, "2", "0", WindowEnd), Told(invalid));
        Assert.Equal((429, "2", "0", WindowEnd), Told(refused));
        Assert.Equal("""{"error":"Rate limit exceeded","limit":2,"window_seconds":60,"retry_after":42}""", refused.Body);
        Assert.Equal("42", refused.Headers["Retry-After"]);
        Assert.Equal((201, 201), (otherPath.Status, otherToken.Status));

        _time.Advance(TimeSpan.FromSeconds(42));
        Assert.Equal(201, (await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent)).Status);
    }

    [Fact]
    public async Task A_batch_counts_each_of_its_envelopes_and_is_refused_whole()
    {
        await using var app = await StartAsync("--LOGISTER_PUBLIC_API_RATE_LIMIT_REQUESTS", "3");
        var project = await app.NewProjectAsync();

        var single = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        var two = await app.PostBatchAsync(project.WriteToken, Sender.Line(Guid.NewGuid()) + "\n" + Sender.Line(Guid.NewGuid()));
        _time.Advance(TimeSpan.FromMinutes(1));
        var four = await app.PostBatchAsync(project.WriteToken, string.Join('\n', Enumerable.Range(0, 4).Select(static _ => Sender.Line(Guid.NewGuid()))));
        var after = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);

        Assert.Equal("2", single.Headers["X-RateLimit-Remaining"]);
        Assert.Equal((202, "0"), (two.Status, two.Headers["X-RateLimit-Remaining"]));
        Assert.Equal((429, 429), (four.Status, after.Status));
        Assert.Equal("Rate limit exceeded", four.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Wrong_tokens_are_counted_by_address_and_then_answered_429()
    {
        await using var app = await StartAsync("--LOGISTER_PUBLIC_API_AUTH_FAILURE_RATE_LIMIT_REQUESTS", "2");
        var project = await app.NewProjectAsync();

        var missing = await app.PostAsync(TestProject.EventsPath, token: null, Sender.SomeEvent);
        var wrong = await app.PostAsync(TestProject.CheckInsPath, "wrong", Sender.SomeCheckIn);
        var tooOften = await app.PostAsync(TestProject.DeploymentsPath, "wrong", "{}");
        var right = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);

        Assert.Equal((401, "2", "1", WindowEnd), Told(missing));
        Assert.Equal((401, "2", "0", WindowEnd), Told(wrong));
        Assert.Equal((429, "2", "0", WindowEnd), Told(tooOften));
        Assert.Equal(201, right.Status);
    }

    [Fact]
    public async Task Requests_of_an_address_are_counted_before_anything_else_and_only_the_refusal_says_so()
    {
        await using var app = await StartAsync(
            "--LOGISTER_PUBLIC_API_PRE_AUTH_RATE_LIMIT_REQUESTS", "2", "--LOGISTER_PUBLIC_API_RATE_LIMIT_REQUESTS", "0");
        var project = await app.NewProjectAsync();

        var first = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        await project.PostAsync(TestProject.CheckInsPath, Sender.SomeCheckIn);
        var refused = await app.PostAsync(TestProject.EventsPath, "wrong", new string(' ', 3 << 20));

        Assert.Equal(201, first.Status);
        Assert.DoesNotContain("X-RateLimit-Limit", first.Headers.Keys);
        Assert.Equal((429, "2", "0", WindowEnd), Told(refused));
    }

    [Fact]
    public async Task A_reader_has_its_requests_counted_and_is_refused_in_the_words_of_the_read_api()
    {
        await using var app = await StartAsync("--LOGISTER_CLI_RATE_LIMIT_REQUESTS", "2");
        var project = await app.NewProjectAsync();

        var first = await project.GetAsync("monitors");
        await project.GetAsync("monitors");
        var refused = await project.GetAsync("monitors");
        var otherToken = await (await app.NewProjectAsync()).GetAsync("monitors");

        Assert.Equal((200, "2", "1", WindowEnd), Told(first));
        Assert.Equal((429, "2", "0", WindowEnd), Told(refused));
        Assert.Equal(
            """{"error":"Rate limited","code":"rate_limited","message":"A token has 2 requests in 60 seconds. Wait until the window ends.","retry_after":42}""",
            refused.Body);
        Assert.Equal(200, otherToken.Status);
    }

    private static (int Status, string Limit, string Remaining, string Reset) Told(Answer answer) => (
        answer.Status, answer.Headers["X-RateLimit-Limit"], answer.Headers["X-RateLimit-Remaining"], answer.Headers["X-RateLimit-Reset"]);

    private Task<TestApp> StartAsync(params string[] settings) =>
        TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = _time, Stores = false, Settings = settings });
}
