using Logister.Core.Metrics;

namespace Logister.Functions.Metrics;

/// <summary>Says what numbers were made from, and whether some are missing.</summary>
/// <param name="Source"><c>rollups</c> or <c>events</c>.</param>
/// <param name="Partial">Whether there were more events than are read for one answer.</param>
/// <param name="Coverage">From when on nothing is missing.</param>
/// <param name="PercentileError">How far a percentile may be off, as a share of it.</param>
internal sealed record InsightSource(string Source, bool Partial, InsightCoverage Coverage, double PercentileError)
{
    public static InsightSource Of(Insights insights) => new(
        NameOf(insights), insights.IsPartial, new InsightCoverage(insights.CoveredSince), DurationHistogram.RelativeError);

    public static string NameOf(Insights insights) => insights.FromEvents ? "events" : "rollups";
}
