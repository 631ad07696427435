using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Tests.Samples;

public sealed class TimerSamples(Journal journal, TimeProvider time, Gate gate)
{
    [Function("Tick")]
    public async Task Tick([TimerTrigger("%Schedule%")] TimerInfo timer)
    {
        journal.Add(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss} next {timer.ScheduleStatus?.Next:HH:mm:ss} {(timer.IsPastDue ? "late" : "on time")}"));
        await gate.Open;
    }
}
