using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Queues;

/// <summary>Runs the pumps of all queue functions.</summary>
internal sealed class QueuePumps(IReadOnlyList<QueuePump> pumps) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoned = new();
    private Task running = Task.CompletedTask;

    public QueuePump? Find(string function) => pumps.FirstOrDefault(pump => string.Equals(pump.Name, function, StringComparison.OrdinalIgnoreCase));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.WhenAll(pumps.Select(pump => Task.Run(() => pump.PumpAsync(stopping.Token, abandoned.Token), CancellationToken.None)));
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
        stopping.Dispose();
        abandoned.Dispose();
    }
}
