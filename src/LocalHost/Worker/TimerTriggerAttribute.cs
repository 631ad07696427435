namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a schedule the trigger of a function.</summary>
/// <param name="schedule">A six-field cron expression in UTC, or a <c>%Setting%</c> that holds one.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether runs missed while the app was down are made up for at start.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the app starts.</summary>
    public bool RunOnStartup { get; set; }
}
