namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about its run.</summary>
public sealed class TimerInfo
{
    /// <summary>The last and the next run; null if the timer is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run comes later than the schedule said.</summary>
    public bool IsPastDue { get; set; }
}
