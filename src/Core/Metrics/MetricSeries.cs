using Logister.Core.Events;

namespace Logister.Core.Metrics;

/// <summary>A number a bucket can be shown as.</summary>
/// <param name="Key">Its name in the API, such as <c>transactions.p95</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it counts or measures.</param>
/// <param name="Unit">count, ms, or value for metrics whose unit only their sender knows.</param>
/// <param name="Kind">count, average or percentile.</param>
/// <param name="Category">events, transactions, database or custom.</param>
public sealed record MetricSeries(string Key, string Label, string Description, string Unit, string Kind, string Category)
{
    internal const string DatabaseQuery = "db.query";

    private const int Digits = 2;
    private const double TailShare = 0.95;
    private const string Milliseconds = "ms";
    private const string Number = "count";

    /// <summary>The series every project has.</summary>
    public static IReadOnlyList<MetricSeries> BuiltIn { get; } =
    [
        Counting("events.total", "Events", "All events", "events", EventTypeNames.InFeed),
        Counting("errors.count", "Errors", "Errors", "events", [EventType.Error]),
        Counting("activity.count", "Activity", "Events that are no errors", "events", [.. EventTypeNames.InFeed.Where(static type => type != EventType.Error)]),
        Counting("logs.count", "Logs", "Log lines", "events", [EventType.Log]),
        Counting("check_ins.count", "Check-ins", "Check-ins of scheduled jobs", "events", [EventType.CheckIn]),
        .. Measuring("transactions", "Transactions", "transactions", static bucket => bucket.Transactions.Values),
        .. Measuring(DatabaseQuery, "Database queries", "database", static bucket => Under(bucket, DatabaseQuery)),
    ];

    /// <summary>The series shown when none are asked for.</summary>
    public static IReadOnlyList<string> Defaults { get; } = ["events.total", "errors.count", "transactions.p95", "db.query.avg"];

    /// <summary>The events of a bucket the series is made of.</summary>
    public required Func<HourlyRollup, long> Events { get; init; }

    private Func<HourlyRollup, double> Exact { get; init; } = static _ => 0;

    /// <summary>The series of the custom metrics a window holds, the commonest first: how many there were, and their mean.</summary>
    /// <param name="total">The window added up.</param>
    /// <param name="names">How many names at most.</param>
    public static IEnumerable<MetricSeries> Custom(HourlyRollup total, int names)
    {
        ArgumentNullException.ThrowIfNull(total);
        return total.Metrics
            .Where(static metric => metric.Key is not (DatabaseQuery or HourlyRollup.Other))
            .OrderByDescending(static metric => metric.Value.Count)
            .ThenBy(static metric => metric.Key, StringComparer.Ordinal)
            .Take(names)
            .SelectMany(static metric => OfMetric(metric.Key));
    }

    /// <summary>The series' value in a bucket, to two decimals; zero where nothing happened.</summary>
    /// <param name="bucket">The bucket.</param>
    public double ValueOf(HourlyRollup bucket) => Math.Round(Exact(bucket), Digits);

    private static IEnumerable<MetricSeries> OfMetric(string name)
    {
        yield return new MetricSeries("metric:" + name, name, $"How often {name} was sent", Number, Number, "custom")
        {
            Events = bucket => Under(bucket, name).Sum(static measured => measured.Count),
            Exact = bucket => Under(bucket, name).Sum(static measured => measured.Count),
        };
        yield return new MetricSeries("metric_value:" + name, name, $"The mean of {name}", "value", "average", "custom")
        {
            Events = bucket => Under(bucket, name).Sum(static measured => measured.Count),
            Exact = bucket => Mean(Under(bucket, name)),
        };
    }

    private static MetricSeries Counting(string key, string label, string description, string category, IReadOnlyList<EventType> types)
    {
        long Count(HourlyRollup bucket) => types.Sum(type => bucket.CountOf("type", type.Name()));
        return new MetricSeries(key, label, description, Number, Number, category) { Events = Count, Exact = bucket => Count(bucket) };
    }

    private static IEnumerable<MetricSeries> Measuring(string key, string label, string category, Func<HourlyRollup, IEnumerable<Measured>> values)
    {
        long Count(HourlyRollup bucket) => values(bucket).Sum(static measured => measured.Count);
        yield return new MetricSeries(key + ".count", label, label, Number, Number, category) { Events = Count, Exact = bucket => Count(bucket) };
        yield return new MetricSeries(key + ".avg", label + ", mean", "Mean duration", Milliseconds, "average", category)
        {
            Events = Count,
            Exact = bucket => Mean(values(bucket)),
        };
        yield return new MetricSeries(key + ".p95", label + ", P95", "The duration 95 % stay below, to 2 %", Milliseconds, "percentile", category)
        {
            Events = Count,
            Exact = bucket => Percentile(values(bucket)),
        };
    }

    private static IEnumerable<Measured> Under(HourlyRollup bucket, string name) =>
        bucket.Metrics.TryGetValue(name, out var measured) ? [measured] : [];

    private static double Mean(IEnumerable<Measured> values)
    {
        var (sum, count) = values.Aggregate((Sum: 0.0, Count: 0L), static (all, one) => (all.Sum + one.Sum, all.Count + one.Histogram.Count));
        return count == 0 ? 0 : sum / count;
    }

    private static double Percentile(IEnumerable<Measured> values)
    {
        var all = new DurationHistogram();
        foreach (var one in values)
        {
            all.Merge(one.Histogram);
        }

        return all.Percentile(TailShare) ?? 0;
    }
}
