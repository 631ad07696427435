namespace Logister.Core.Metrics;

/// <summary>What happened in a window, bucket by bucket.</summary>
/// <param name="Buckets">Every bucket of the window, empty ones too, the earliest first; what a bucket counts starts at its <see cref="HourlyRollup.Hour"/>.</param>
/// <param name="Total">All buckets added up.</param>
/// <param name="FromEvents">Whether events were read instead of rollups.</param>
/// <param name="CoveredSince">From when on nothing is missing; later than the window's start when there were too many events to read.</param>
public sealed record Insights(IReadOnlyList<HourlyRollup> Buckets, HourlyRollup Total, bool FromEvents, DateTimeOffset CoveredSince)
{
    /// <summary>Whether earlier events of the window are missing.</summary>
    public bool IsPartial => CoveredSince > Buckets[0].Hour;
}
