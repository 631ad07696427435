namespace Logister.Core.Commit;

/// <summary>What a row of a transaction is, which decides what its refusal means.</summary>
internal enum RowKind
{
    /// <summary>The segment; when it exists, the whole message was committed before.</summary>
    Segment,

    /// <summary>A client's uuid; when it exists, the event is a repeat.</summary>
    Receipt,

    /// <summary>State with a version; when it changed, somebody else was faster.</summary>
    State,

    /// <summary>A row of one event that nothing else can have written.</summary>
    Effect,
}
