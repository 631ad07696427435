using Logister.Core.Events;

namespace Logister.Core.Segments;

/// <summary>
/// Counts the table rows a segment will cause when it is committed, so that sealing can stop before one transaction no
/// longer suffices. It counts the most there can be; what a row holds is decided at commit.
/// </summary>
internal sealed class RowBudget
{
    /// <summary>Rows a segment may cause. A transaction takes 100; the rest is room for dead letters.</summary>
    public const int MaxRows = 95;

    // The segment itself, its place in the order of commits, and the head of that order.
    private const int RowsOfEverySegment = 3;

    private readonly HashSet<(EventType Kind, string, string, string?)> _shared = [];
    private readonly HashSet<long> _hours = [];

    /// <summary>Rows so far, the segment's own included.</summary>
    public int Rows { get; private set; } = RowsOfEverySegment;

    /// <summary>Adds an event's rows, if they fit. The first event always does.</summary>
    public bool TryAdd(TelemetryEvent value)
    {
        var hour = value.OccurredAt.UtcTicks / TimeSpan.TicksPerHour;
        var rows = _hours.Contains(hour) ? 0 : 1;
        rows += value.Uuid is null ? 0 : 1;
        var keys = Shared(value).Where(key => !_shared.Contains(key)).Distinct().ToList();
        rows += OwnRows(value) + keys.Sum(static key => key.Kind == EventType.Error ? 2 : 1);
        if (_hours.Count > 0 && Rows + rows > MaxRows)
        {
            return false;
        }

        _hours.Add(hour);
        _shared.UnionWith(keys);
        Rows += rows;
        return true;
    }

    // An error's occurrence; a check-in's history and its alert; a root span's trace.
    private static int OwnRows(TelemetryEvent value) => value.Type switch
    {
        EventType.Error => 1,
        EventType.CheckIn => 2,
        EventType.Span => value.Span?.ParentSpanId is null ? 1 : 0,
        _ => 0,
    };

    // A group with its alert, a monitor, a deployment: one however many events touch it.
    private static IEnumerable<(EventType Kind, string, string, string?)> Shared(TelemetryEvent value)
    {
        if (value.Error is { } error)
        {
            yield return (EventType.Error, error.Mechanism, error.Key, null);
        }

        if (value.CheckIn is { } checkIn)
        {
            yield return (EventType.CheckIn, checkIn.Slug, value.Environment, null);
        }

        if (value.Deployment is { } deployment)
        {
            yield return (EventType.Deployment, deployment.Repository, value.Environment, value.Release);
        }
    }
}
