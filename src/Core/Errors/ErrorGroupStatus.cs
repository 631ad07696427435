namespace Logister.Core.Errors;

/// <summary>Where an error group stands.</summary>
public enum ErrorGroupStatus
{
    /// <summary>Open.</summary>
    Unresolved,

    /// <summary>Marked as fixed; a later occurrence reopens it.</summary>
    Resolved,

    /// <summary>Muted: it goes on counting and never reopens by itself.</summary>
    Ignored,

    /// <summary>Put away; a later occurrence reopens it.</summary>
    Archived,
}
