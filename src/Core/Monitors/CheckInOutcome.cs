namespace Logister.Core.Monitors;

/// <summary>What a check-in's status means.</summary>
public enum CheckInOutcome
{
    /// <summary>The run ended well.</summary>
    Ok,

    /// <summary>The run ended badly.</summary>
    Failed,

    /// <summary>The run began.</summary>
    Started,
}
