namespace Logister.LocalHost.Tests.Samples;

/// <summary>Holds or fails the runs of the timer sample.</summary>
public sealed class TimerGate
{
    public Task Open { get; set; } = Task.CompletedTask;
}
