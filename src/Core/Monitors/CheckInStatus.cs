namespace Logister.Core.Monitors;

/// <summary>The words clients use for the status of a run.</summary>
public static class CheckInStatus
{
    private static readonly Dictionary<string, CheckInOutcome> Outcomes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["in_progress"] = CheckInOutcome.Started,
        ["running"] = CheckInOutcome.Started,
        ["started"] = CheckInOutcome.Started,
        ["error"] = CheckInOutcome.Failed,
        ["failed"] = CheckInOutcome.Failed,
        ["failure"] = CheckInOutcome.Failed,
        ["fail"] = CheckInOutcome.Failed,
        ["timeout"] = CheckInOutcome.Failed,
    };

    /// <summary>What a status means. Clients invent words, so one that is not known means success.</summary>
    /// <param name="status">The status as sent; case does not matter.</param>
    public static CheckInOutcome OutcomeOf(string status) => Outcomes.GetValueOrDefault(status.Trim(), CheckInOutcome.Ok);
}
