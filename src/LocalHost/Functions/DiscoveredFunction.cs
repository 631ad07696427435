using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Functions;

/// <summary>A method with a <see cref="FunctionAttribute"/>, and the trigger attribute of one of its parameters.</summary>
internal sealed record DiscoveredFunction(string Name, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger)
{
    /// <summary>The setting that says where the queue is; null unless a queue is the trigger.</summary>
    public string? Connection => Trigger is QueueTriggerAttribute queue ? queue.Connection ?? DefaultConnection : null;

    public const string DefaultConnection = "AzureWebJobsStorage";
}
