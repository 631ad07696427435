namespace Logister.Core.Ingest;

/// <summary>What has become of an accepted event.</summary>
public enum DeliveryState
{
    /// <summary>It is durable and waits to be stored.</summary>
    Queued,

    /// <summary>It is stored and can be read.</summary>
    Stored,

    /// <summary>An event with its identity had been stored before; this one counted nowhere.</summary>
    Duplicate,

    /// <summary>It could not be stored; it is kept, with the reason, for somebody to look at.</summary>
    DeadLettered,
}
