namespace Logister.LocalHost.Tests.Samples;

/// <summary>Holds or fails the runs of samples.</summary>
public sealed class Gate
{
    public Task Open { get; set; } = Task.CompletedTask;
}
