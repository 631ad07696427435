using Logister.LocalHost.Storage;
using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Timers;

/// <summary>Runs the loops of all timer functions.</summary>
internal sealed class TimerLoops(IReadOnlyList<TimerLoop> loops, LocalStorage storage) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoned = new();
    private Task _running = Task.CompletedTask;

    public TimerLoop? Find(string function) => loops.FirstOrDefault(loop => string.Equals(loop.Name, function, StringComparison.OrdinalIgnoreCase));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Kept beside the emulator's data and only with it: what is remembered must not outlive the data it belongs to.
        var memory = storage.DataFolder is { } folder ? new TimerMemory(Path.Combine(folder, "timers")) : null;
        _running = Task.WhenAll(loops.Select(loop => Task.Run(() => loop.LoopAsync(memory, _stopping.Token, _abandoned.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await using var outOfTime = cancellationToken.Register(_abandoned.Cancel);

        // Not longer than there is time, whatever an invocation makes of being told so.
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        foreach (var loop in loops)
        {
            loop.Dispose();
        }

        _stopping.Dispose();
        _abandoned.Dispose();
    }
}
