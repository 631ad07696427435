using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Tests.Samples;

public sealed class ByteSamples(Journal journal)
{
    [Function("Bytes")]
    public ValueTask Bytes([QueueTrigger("%Queue%", Connection = "Elsewhere")] byte[] message)
    {
        journal.Add($"bytes {message.Length}");
        return ValueTask.CompletedTask;
    }

    [Function("Data")]
    public void Data([QueueTrigger("%Queue%a")] BinaryData message) => journal.Add($"data {message}");

    [Function("Whole")]
    public Task Whole([QueueTrigger("%Queue%b")] QueueMessage message)
    {
        journal.Add($"whole {message.Body} {message.DequeueCount}");
        return Task.CompletedTask;
    }
}
