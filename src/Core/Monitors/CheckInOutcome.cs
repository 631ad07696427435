namespace Logister.Core.Monitors;

/// <summary>What a check-in's status says of the run.</summary>
public enum CheckInOutcome
{
    /// <summary>The run succeeded.</summary>
    Ok = 0,

    /// <summary>The run failed.</summary>
    Failed = 1,

    /// <summary>The run began; its end is still to be reported.</summary>
    Started = 2,
}
