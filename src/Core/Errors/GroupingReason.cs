namespace Logister.Core.Errors;

/// <summary>Says in a sentence why events are in one group.</summary>
public static class GroupingReason
{
    /// <summary>The reason, for people.</summary>
    /// <param name="group">The group.</param>
    public static string Of(ErrorGroup group) => group.Mechanism switch
    {
        ErrorGrouping.FingerprintMechanism => $"The client gave these errors the same fingerprint: {group.Key}",
        ErrorGrouping.FirstMechanism =>
            "Exception class, first line of the message and top in-app function are the same once numbers, ids, quoted text, addresses and paths' digits are set aside: "
            + group.Key,
        var other => $"Mechanism {other} found the same key for them: {group.Key}",
    };
}
