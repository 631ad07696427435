using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Queues;

/// <summary>Runs the pumps of all queue functions.</summary>
internal sealed class QueuePumps(IReadOnlyList<QueuePump> pumps) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoned = new();
    private Task _running = Task.CompletedTask;

    public QueuePump? Find(string function) => pumps.FirstOrDefault(pump => string.Equals(pump.Name, function, StringComparison.OrdinalIgnoreCase));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(pumps.Select(pump => Task.Run(() => pump.PumpAsync(_stopping.Token, _abandoned.Token), CancellationToken.None)));
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
        _stopping.Dispose();
        _abandoned.Dispose();
    }
}
