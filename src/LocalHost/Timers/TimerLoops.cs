using Logister.LocalHost.Storage;
using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Timers;

/// <summary>Runs the loops of all timer functions.</summary>
internal sealed class TimerLoops(IReadOnlyList<TimerLoop> loops, LocalStorage storage) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoned = new();
    private Task running = Task.CompletedTask;

    public TimerLoop? Find(string function) => loops.FirstOrDefault(loop => string.Equals(loop.Name, function, StringComparison.OrdinalIgnoreCase));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Kept beside the emulator's data and only with it: what is remembered must not outlive the data it belongs to.
        var memory = storage.DataFolder is { } folder ? new TimerMemory(Path.Combine(folder, "timers")) : null;
        running = Task.WhenAll(loops.Select(loop => Task.Run(() => loop.LoopAsync(memory, stopping.Token, abandoned.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await using var outOfTime = cancellationToken.Register(abandoned.Cancel);

        // Not longer than there is time, whatever an invocation makes of being told so.
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        foreach (var loop in loops)
        {
            loop.Dispose();
        }

        stopping.Dispose();
        abandoned.Dispose();
    }
}
