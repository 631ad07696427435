namespace Logister.Core.Monitors;

/// <summary>What a sweep found among the deadlines whose time had come.</summary>
/// <param name="Missed">Monitors that became missed.</param>
/// <param name="Moved">Deadlines moved later, because a check-in had come.</param>
/// <param name="Dropped">Deadlines nobody waits for any more.</param>
/// <param name="Failed">Deadlines pushed ahead, because their monitor could not be looked at.</param>
public sealed record SweepReport(int Missed, int Moved, int Dropped, int Failed)
{
    internal SweepReport Plus(SweepReport other) =>
        new(Missed + other.Missed, Moved + other.Moved, Dropped + other.Dropped, Failed + other.Failed);
}
