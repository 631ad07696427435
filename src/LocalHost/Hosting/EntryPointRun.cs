using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Hosting;

/// <summary>
/// Runs an app's own entry point inside this process: for tests and benchmarks, which want the program as it is, a hand on
/// its services and its address. Several may run at a time.
/// </summary>
internal sealed class EntryPointRun : IAsyncDisposable
{
    private static readonly AsyncLocal<EntryPointRun?> OfThisFlow = new();

    private readonly Action<IServiceCollection>? _replace;
    private readonly TaskCompletionSource<LocalFunctionsHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _ended = Task.CompletedTask;

    private EntryPointRun(Assembly app, Action<IServiceCollection>? replace)
    {
        App = app;
        _replace = replace;
    }

    /// <summary>The run that the calling code is part of.</summary>
    public static EntryPointRun? Current => OfThisFlow.Value;

    /// <summary>The assembly that holds the entry point and the functions.</summary>
    public Assembly App { get; }

    public IServiceProvider Services => Host.Services;

    public Uri Address => new(Host.Urls.First());

    // Set once the entry point reports; nobody gets hold of a run before.
    private LocalFunctionsHost Host => _started.Task.Result;

    /// <summary>Runs the entry point and returns when the app listens.</summary>
    /// <param name="app">The app's assembly.</param>
    /// <param name="args">Its command line; use <c>--urls http://127.0.0.1:0</c> and <c>--Setting=value</c>.</param>
    /// <param name="replace">Adds to or replaces the app's services, after the app has registered its own.</param>
    public static async Task<EntryPointRun> StartAsync(Assembly app, string[] args, Action<IServiceCollection>? replace = null)
    {
        var run = new EntryPointRun(app, replace);
        run._ended = Task.Factory.StartNew(() => run.Enter(args), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        if (await Task.WhenAny(run._started.Task, run._ended) == run._ended)
        {
            await run._ended;
            throw new InvalidOperationException($"The entry point of {app.GetName().Name} returned before the app listened.");
        }

        return run;
    }

    public void ReplaceServices(IServiceCollection services) => _replace?.Invoke(services);

    public void Started(LocalFunctionsHost host) => _started.TrySetResult(host);

    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCompleted)
        {
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        await _ended;
    }

    private void Enter(string[] args)
    {
        OfThisFlow.Value = this;
        var main = App.EntryPoint ?? throw new InvalidOperationException($"{App.GetName().Name} has no entry point.");
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [args], null);
    }
}
