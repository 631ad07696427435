namespace Logister.Core.Events;

/// <summary>What a record of a segment is. The numbers 0 to 4 are also accepted on the wire in place of the names.</summary>
public enum EventType
{
    /// <summary>An application error; counted in an error group.</summary>
    Error = 0,

    /// <summary>A measured value; <c>db.query</c> is one with SQL.</summary>
    Metric = 1,

    /// <summary>A unit of work with a name and a duration.</summary>
    Transaction = 2,

    /// <summary>A log line.</summary>
    Log = 3,

    /// <summary>A heartbeat of a scheduled job; moves its monitor.</summary>
    CheckIn = 4,

    /// <summary>A part of a trace. Not shown in the activity feed.</summary>
    Span = 5,

    /// <summary>A release that went out. Not shown in the activity feed.</summary>
    Deployment = 6,
}
