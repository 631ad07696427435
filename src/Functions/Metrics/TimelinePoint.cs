using Logister.Core.Events;
using Logister.Core.Metrics;

namespace Logister.Functions.Metrics;

/// <summary>A bucket's events by type.</summary>
internal sealed record TimelinePoint(DateTimeOffset Timestamp, long Error, long Metric, long Transaction, long Log, long CheckIn)
{
    public static TimelinePoint Of(HourlyRollup bucket)
    {
        long Count(EventType type) => bucket.CountOf("type", type.Name());
        return new TimelinePoint(
            bucket.Hour, Count(EventType.Error), Count(EventType.Metric), Count(EventType.Transaction), Count(EventType.Log), Count(EventType.CheckIn));
    }
}
