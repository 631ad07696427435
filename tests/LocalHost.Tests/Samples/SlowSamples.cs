using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Tests.Samples;

public sealed class SlowSamples(Journal journal, Gate gate)
{
    [Function("Slow")]
    public async Task Slow([QueueTrigger("%Queue%")] string message)
    {
        journal.Add($"begin {message}");
        await gate.Open;
        journal.Add($"end {message}");
    }
}
