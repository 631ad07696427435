using System.Threading.Channels;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Logister.LocalHost.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Queues;

/// <summary>Feeds a function with the messages of its queue.</summary>
internal sealed partial class QueuePump(LocalFunction function, QueueClient queue, QueueClient poison, QueueSettings settings, IServiceScopeFactory scopes, ILogger<QueuePump> log)
{
    private readonly MessageRun _run = new(function, queue, poison, settings, scopes, log);
    private readonly PollingPause _pause = new(settings.MaxPollingInterval);

    // Holds at most one token: that something has ended since the pump last looked.
    private readonly Channel<bool> _ended = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private int _inFlight;
    private bool _isDown;

    public string Name => function.Name;

    /// <summary>Pumps until told to stop, and returns when the invocations that run have ended.</summary>
    /// <param name="stopping">Ends fetching.</param>
    /// <param name="abandoned">Tells invocations that there is no more time for them.</param>
    public async Task PumpAsync(CancellationToken stopping, CancellationToken abandoned)
    {
        var exists = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await RoomAsync(settings.NewBatchThreshold, stopping);
                if (!exists)
                {
                    await queue.CreateIfNotExistsAsync(cancellationToken: abandoned);
                    exists = true;
                }

                // Not cancelled by the stop: messages the service hands out as we hang up would stay hidden for the whole lease.
                QueueMessage[] messages = await queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, abandoned);
                NoteUp();
                if (messages.Length == 0)
                {
                    await Task.Delay(_pause.Next(), stopping);
                    continue;
                }

                _pause.Reset();
                Interlocked.Add(ref _inFlight, messages.Length);
                foreach (var message in messages)
                {
                    _ = RunAsync(message, abandoned);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            // CA1031 Do not catch general exception types: storage may be down in many ways, and comes back.
#pragma warning disable CA1031
            catch (Exception failure)
#pragma warning restore CA1031
            {
                exists = exists && failure is not RequestFailedException { Status: 404 };
                NoteDown(failure);
                await Task.Delay(_pause.Next(), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await RoomAsync(0, abandoned);
    }

    /// <summary>Runs the function once, with a message that is in no queue.</summary>
    public async Task RunNowAsync(string input, CancellationToken cancellation)
    {
        var now = DateTimeOffset.UtcNow;
        await function.RunAsync(QueuesModelFactory.QueueMessage(Guid.NewGuid().ToString(), "", BinaryData.FromString(input), 1, now, now, now), scopes, cancellation);
    }

    private async Task RunAsync(QueueMessage message, CancellationToken abandoned)
    {
        // The other messages of the batch must not wait until this one first waits for something.
        await Task.Yield();
        await _run.RunAsync(message, abandoned);
        Interlocked.Decrement(ref _inFlight);
        _ended.Writer.TryWrite(true);
    }

    private async Task RoomAsync(int atMost, CancellationToken cancellation)
    {
        while (Volatile.Read(ref _inFlight) > atMost)
        {
            await _ended.Reader.ReadAsync(cancellation);
        }
    }

    private void NoteUp()
    {
        if (_isDown)
        {
            _isDown = false;
            LogUp(log, queue.Name);
        }
    }

    // Once an outage: the pump tries on, and a line for every try would bury everything else.
    private void NoteDown(Exception failure)
    {
        if (!_isDown)
        {
            _isDown = true;
            LogDown(log, queue.Name, failure.Message.Split('\n')[0]);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Queue {Queue} cannot be read, trying on: {Reason}")]
    private static partial void LogDown(ILogger log, string queue, string reason);

    [LoggerMessage(2, LogLevel.Information, "Queue {Queue} can be read again")]
    private static partial void LogUp(ILogger log, string queue);
}
