using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Logister.LocalHost.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Queues;

/// <summary>Runs a function with one message and then deletes the message, or gives it back, or moves it to the poison queue.</summary>
internal sealed partial class MessageRun(LocalFunction function, QueueClient queue, QueueClient poison, QueueSettings settings, IServiceScopeFactory scopes, ILogger log)
{
    /// <summary>Never throws: what goes wrong is logged, and the message comes back when its lease ends.</summary>
    public async Task RunAsync(QueueMessage message, CancellationToken abandoned)
    {
        try
        {
            var receipt = message.PopReceipt;
            if (message.DequeueCount > settings.MaxDequeueCount || !await SucceedsAsync(message, newer => receipt = newer, abandoned))
            {
                await GiveBackAsync(message, receipt, abandoned);
                return;
            }

            await queue.DeleteMessageAsync(message.MessageId, receipt, abandoned);
        }
        // CA1031 Do not catch general exception types: the lease ends and the message comes back, whatever storage said.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUnsettled(log, message.MessageId, function.Name, failure.Message.Split('\n')[0]);
        }
    }

    private async Task<bool> SucceedsAsync(QueueMessage message, Action<string> renewed, CancellationToken abandoned)
    {
        try
        {
            var invocation = function.RunAsync(MessageEncoding.Decode(message, settings.IsBase64), scopes, abandoned);
            await KeepHiddenAsync(message, invocation, renewed, abandoned);
            await invocation;
            return true;
        }
        // CA1031 Do not catch general exception types: whatever the function throws, the message is tried again.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(log, failure, function.Name, message.DequeueCount, settings.MaxDequeueCount);
            return false;
        }
    }

    private async Task KeepHiddenAsync(QueueMessage message, Task invocation, Action<string> renewed, CancellationToken abandoned)
    {
        var receipt = message.PopReceipt;
        while (!invocation.IsCompleted)
        {
            await invocation.WaitAsync(settings.Lease / 2, abandoned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!invocation.IsCompleted)
            {
                abandoned.ThrowIfCancellationRequested();
                receipt = await RenewAsync(message, receipt, abandoned);
                renewed(receipt);
            }
        }
    }

    // A renewal that fails must not fail the message: the function still runs, and may well end before the lease does.
    private async Task<string> RenewAsync(QueueMessage message, string receipt, CancellationToken abandoned)
    {
        try
        {
            UpdateReceipt update = await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.Lease, cancellationToken: abandoned);
            return update.PopReceipt;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            LogNotRenewed(log, message.MessageId, function.Name, failure.Message.Split('\n')[0]);
            return receipt;
        }
    }

    private async Task GiveBackAsync(QueueMessage message, string receipt, CancellationToken abandoned)
    {
        if (message.DequeueCount < settings.MaxDequeueCount)
        {
            await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.VisibilityTimeout, cancellationToken: abandoned);
            return;
        }

        await poison.CreateIfNotExistsAsync(cancellationToken: abandoned);
        await poison.SendMessageAsync(message.MessageText, timeToLive: Forever, cancellationToken: abandoned);
        await queue.DeleteMessageAsync(message.MessageId, receipt, abandoned);
        LogPoisoned(log, message.MessageId, function.Name, poison.Name);
    }

    // The service's own word for it.
    private static TimeSpan Forever { get; } = TimeSpan.FromSeconds(-1);

    [LoggerMessage(10, LogLevel.Error, "Function {Function} failed, attempt {Attempt} of {Attempts}")]
    private static partial void LogFailed(ILogger log, Exception failure, string function, long attempt, int attempts);

    [LoggerMessage(11, LogLevel.Warning, "Message {Message} of function {Function} moved to queue {Poison}")]
    private static partial void LogPoisoned(ILogger log, string message, string function, string poison);

    [LoggerMessage(13, LogLevel.Warning, "Message {Message} of function {Function} could not be kept hidden: {Reason}")]
    private static partial void LogNotRenewed(ILogger log, string message, string function, string reason);

    [LoggerMessage(12, LogLevel.Warning, "Message {Message} of function {Function} could not be settled and will come back: {Reason}")]
    private static partial void LogUnsettled(ILogger log, string message, string function, string reason);
}
