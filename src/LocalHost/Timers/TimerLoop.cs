using Logister.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Logister.LocalHost.Timers;

/// <summary>Runs a function by its schedule, one run at a time.</summary>
internal sealed partial class TimerLoop(LocalFunction function, CrontabSchedule schedule, TimeProvider time, IServiceScopeFactory scopes, ILogger<TimerLoop> log) : IDisposable
{
    // Longer delays than about 49 days are refused by timers.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Discovered.Trigger;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private DateTime _last;

    public string Name => function.Name;

    /// <param name="memory">Where runs are remembered; null if they are not.</param>
    /// <param name="stopping">Ends the schedule.</param>
    /// <param name="abandoned">Tells a run that there is no more time for it.</param>
    public async Task LoopAsync(TimerMemory? memory, CancellationToken stopping, CancellationToken abandoned)
    {
        if (!_trigger.UseMonitor)
        {
            memory = null;
        }

        var remembered = memory?.Recall(Name);
        _last = remembered?.Last ?? default;
        var isPastDue = remembered is not null && remembered.Next < UtcNow;
        if (_trigger.RunOnStartup || isPastDue)
        {
            await RunAsync(isPastDue, abandoned);
        }

        while (!stopping.IsCancellationRequested)
        {
            var next = schedule.GetNextOccurrence(UtcNow);
            memory?.Keep(Name, StatusWith(next));
            await UntilAsync(next, stopping);
            if (!stopping.IsCancellationRequested)
            {
                await RunAsync(isPastDue: false, abandoned);
            }
        }
    }

    /// <summary>Runs once, after a run that is under way; throws what the function throws.</summary>
    public async Task RunNowAsync(CancellationToken cancellation) => await RunOnceAsync(isPastDue: false, cancellation);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task RunAsync(bool isPastDue, CancellationToken abandoned)
    {
        try
        {
            await RunOnceAsync(isPastDue, abandoned);
        }
        // CA1031 Do not catch general exception types: a failed run is not retried, and the next comes by the schedule.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(log, failure, Name);
        }
    }

    private async Task RunOnceAsync(bool isPastDue, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var status = _trigger.UseMonitor ? StatusWith(schedule.GetNextOccurrence(UtcNow)) : null;
            _last = UtcNow;
            await function.RunAsync(new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = status }, scopes, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task UntilAsync(DateTime instant, CancellationToken stopping)
    {
        // Again and again, because timers may fire a little early.
        while (instant - UtcNow is var rest && rest > TimeSpan.Zero && !stopping.IsCancellationRequested)
        {
            await Task.Delay(rest < LongestDelay ? rest : LongestDelay, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    private ScheduleStatus StatusWith(DateTime next) => new() { Last = _last, Next = DateTime.SpecifyKind(next, DateTimeKind.Utc), LastUpdated = _last };

    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed and runs again by its schedule")]
    private static partial void LogFailed(ILogger log, Exception failure, string function);
}
