namespace Logister.Functions.Limits;

/// <summary>Where a counter stands after a request was counted.</summary>
/// <param name="Limit">How many are allowed in the window.</param>
/// <param name="PeriodSeconds">The window's length.</param>
/// <param name="Used">How many there were, this one included.</param>
/// <param name="Reset">When the window ends, in seconds since the epoch.</param>
/// <param name="Now">When it was counted, in seconds since the epoch.</param>
internal readonly record struct RateCount(int Limit, int PeriodSeconds, int Used, long Reset, long Now)
{
    public bool IsExceeded => Used > Limit;

    public int Remaining => Math.Max(Limit - Used, 0);

    public long RetryAfterSeconds => Math.Max(Reset - Now, 1);
}
