using Logister.Core.Monitors;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Monitors;

/// <summary>Finds the monitors whose deadline has passed.</summary>
public sealed class SweepDeadlines(DeadlineSweep sweep)
{
    /// <summary>Every minute; looks at due deadlines only.</summary>
    [Function("SweepDeadlines")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) => sweep.RunAsync(cancellation);
}
