using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Tests.Samples;

public sealed class QueueSamples(Journal journal)
{
    [Function("Work")]
    public void Work([QueueTrigger("%Queue%")] string message, FunctionContext context)
    {
        journal.Add(message);
        if (message.StartsWith("bad", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(context.InvocationId);
        }
    }
}
