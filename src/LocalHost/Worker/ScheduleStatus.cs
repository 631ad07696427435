namespace Microsoft.Azure.Functions.Worker;

/// <summary>The last and the next run of a timer, in UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>The last run; the default value if there was none.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
