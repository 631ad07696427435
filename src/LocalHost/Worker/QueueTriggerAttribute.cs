namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a storage queue message the trigger of a function.</summary>
/// <param name="queueName">The queue, or a <c>%Setting%</c> that names it.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that says where the queue is; <c>AzureWebJobsStorage</c> if null.</summary>
    public string? Connection { get; set; }
}
