using System.Net;
using Logister.LocalHost.Functions;
using Logister.LocalHost.Tests.Samples;
using Logister.LocalHost.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NCrontab;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class TimerTests(SharedAzurite azurite)
{
    private readonly ObservedTime _time = new(new DateTimeOffset(2030, 1, 1, 0, 2, 30, TimeSpan.Zero));
    private readonly Gate _gate = new();

    [Fact]
    public async Task A_timer_runs_at_the_instants_of_its_schedule()
    {
        await using var app = await StartAsync();

        Assert.Equal(TimeSpan.FromSeconds(150), await _time.NextWaitAsync());
        _time.Advance(TimeSpan.FromSeconds(150));
        Assert.Equal("00:05:00 next 00:10:00 on time", await app.Journal.NextAsync());

        Assert.Equal(TimeSpan.FromMinutes(5), await _time.NextWaitAsync());
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("00:10:00 next 00:15:00 on time", await app.Journal.NextAsync());
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_interval_is_not_overlapped()
    {
        var open = new TaskCompletionSource();
        _gate.Open = open.Task;
        await using var app = await StartAsync();

        await _time.NextWaitAsync();
        _time.Advance(TimeSpan.FromSeconds(150));
        Assert.StartsWith("00:05:00", await app.Journal.NextAsync(), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(12));
        open.SetResult();

        Assert.Equal(TimeSpan.FromMinutes(3), await _time.NextWaitAsync());
        Assert.True(app.Journal.IsEmpty);
    }

    [Fact]
    public async Task A_run_that_fails_is_not_retried_and_the_schedule_goes_on()
    {
        _gate.Open = Task.FromException(new InvalidOperationException("as the test wants it"));
        await using var app = await StartAsync();

        await _time.NextWaitAsync();
        _time.Advance(TimeSpan.FromSeconds(150));
        Assert.StartsWith("00:05:00", await app.Journal.NextAsync(), StringComparison.Ordinal);

        Assert.Equal(TimeSpan.FromMinutes(5), await _time.NextWaitAsync());
        Assert.True(app.Journal.IsEmpty);
    }

    [Fact]
    public async Task An_admin_run_ends_before_it_is_answered()
    {
        await using var app = await StartAsync();

        using var good = await app.SendAsync(HttpMethod.Post, "/admin/functions/tick");
        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
        Assert.False(app.Journal.IsEmpty);

        _gate.Open = Task.FromException(new InvalidOperationException("as the test wants it"));
        using var bad = await app.SendAsync(HttpMethod.Post, "/admin/functions/Tick");
        Assert.Equal(HttpStatusCode.InternalServerError, bad.StatusCode);
    }

    [Fact]
    public async Task A_disabled_timer_neither_runs_nor_is_known_to_the_admin_route()
    {
        await using var app = await StartAsync("--AzureWebJobs.Tick.Disabled", "1");

        using var answer = await app.SendAsync(HttpMethod.Post, "/admin/functions/Tick");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_run_missed_while_the_app_was_down_is_made_up_for()
    {
        var folder = Directory.CreateTempSubdirectory("logister-timers-");
        var memory = new TimerMemory(folder.FullName);
        memory.Keep("Tick", new ScheduleStatus { Next = _time.GetUtcNow().UtcDateTime.AddMinutes(-1) });
        var journal = new Journal();
        await using var services = new ServiceCollection()
            .AddSingleton(journal).AddSingleton<TimeProvider>(_time).AddSingleton(_gate)
            .BuildServiceProvider();
        using var loop = new TimerLoop(
            new LocalFunction(FunctionDiscovery.In([typeof(TimerSamples)])[0], []),
            CrontabSchedule.Parse("0 */5 * * * *", new CrontabSchedule.ParseOptions { IncludingSeconds = true }),
            _time,
            services.GetRequiredService<IServiceScopeFactory>(),
            NullLogger<TimerLoop>.Instance);
        using var stopping = new CancellationTokenSource();

        var running = loop.LoopAsync(memory, stopping.Token, CancellationToken.None);
        Assert.Equal("00:02:30 next 00:05:00 late", await journal.NextAsync());
        await _time.NextWaitAsync();
        await stopping.CancelAsync();
        await running;

        Assert.Equal(new DateTime(2030, 1, 1, 0, 5, 0, DateTimeKind.Utc), memory.Recall("Tick")!.Next);
        folder.Delete(recursive: true);
    }

    private Task<TestApp> StartAsync(params string[] args) => TestApp.StartAsync<TimerSamples>(
        azurite.ConnectionString,
        builder => builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton(_gate),
        ["--Schedule", "0 */5 * * * *", .. args]);
}
