using Logister.LocalHost.Functions;
using Logister.LocalHost.Hosting;
using Logister.LocalHost.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Logister.LocalHost.Timers;

internal static class TimerRegistration
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };

    public static void AddTimers(this IServiceCollection services, IReadOnlyList<LocalFunction> functions)
    {
        services.AddSingleton(provider => new TimerLoops(
            [.. functions.Where(function => function.Discovered.Trigger is TimerTriggerAttribute).Select(function => Loop(function, provider))], provider.GetRequiredService<LocalStorage>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TimerLoops>());
    }

    private static TimerLoop Loop(LocalFunction function, IServiceProvider services)
    {
        var text = SettingReferences.Resolve(((TimerTriggerAttribute)function.Discovered.Trigger).Schedule, services.GetRequiredService<IConfiguration>());
        var schedule = CrontabSchedule.TryParse(text, SixFields)
            ?? throw new StartupException($"Function {function.Name} has the schedule '{text}', which is not a cron expression of six fields.");
        return new TimerLoop(
            function,
            schedule,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<ILogger<TimerLoop>>());
    }
}
