using Logister.Core.Events;

namespace Logister.Core.Metrics;

/// <summary>
/// What a project's events of one hour (by the time they happened) add up to. It is read instead of the events wherever
/// a chart or a total is shown.
/// </summary>
public sealed class HourlyRollup
{
    /// <summary>Different values counted under one heading; further ones are counted as <see cref="Other"/>.</summary>
    public const int MaxValues = 100;

    /// <summary>Different transaction or metric names measured; further ones as <see cref="Other"/>.</summary>
    public const int MaxNames = 100;

    /// <summary>The name under which everything beyond the limits is counted.</summary>
    public const string Other = "(other)";

    private const int MaxText = 200;

    /// <summary>The hour's start, UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>Events by heading and value: type, level, environment, release.</summary>
    public Dictionary<string, Dictionary<string, long>> Counts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Transactions by name, their durations in milliseconds.</summary>
    public Dictionary<string, Measured> Transactions { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Metrics by name; <c>db.query</c> in milliseconds, others in the unit they were sent in.</summary>
    public Dictionary<string, Measured> Metrics { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The hour a moment lies in.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    /// <summary>Counts one event. Spans and deployments are not events of the feed and are counted by type only.</summary>
    public void Add(TelemetryEvent value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Count("type", value.Type.Name());
        if (value.Type is EventType.Span or EventType.Deployment)
        {
            return;
        }

        Count("level", value.Level);
        Count("environment", value.Environment);
        Count("release", value.Release);
        switch (value.Type)
        {
            case EventType.Transaction:
                Named(Transactions, value.TransactionName ?? value.Message).Add(value.DurationMs, EventOutcome.IsFailure(value));
                break;
            case EventType.Metric:
                Named(Metrics, value.Message).Add(MetricValue.Of(value), failed: false);
                break;
        }
    }

    /// <summary>A copy that can be added to without changing this one.</summary>
    public HourlyRollup Copy() => new()
    {
        Hour = Hour,
        Counts = Counts.ToDictionary(static heading => heading.Key, static heading => new Dictionary<string, long>(heading.Value, StringComparer.Ordinal), StringComparer.Ordinal),
        Transactions = Transactions.ToDictionary(static name => name.Key, static name => name.Value.Copy(), StringComparer.Ordinal),
        Metrics = Metrics.ToDictionary(static name => name.Key, static name => name.Value.Copy(), StringComparer.Ordinal),
    };

    /// <summary>Adds what another rollup counted, whatever its hour; the limits on names hold for the sum too.</summary>
    public void Merge(HourlyRollup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (heading, values) in other.Counts)
        {
            foreach (var (value, count) in values)
            {
                Count(heading, value, count);
            }
        }

        Merge(Transactions, other.Transactions);
        Merge(Metrics, other.Metrics);
    }

    /// <summary>How many events were counted under a value of a heading.</summary>
    public long CountOf(string heading, string value) =>
        Counts.TryGetValue(heading, out var values) ? values.GetValueOrDefault(value) : 0;

    private static void Merge(Dictionary<string, Measured> names, Dictionary<string, Measured> others)
    {
        foreach (var (name, measured) in others)
        {
            Named(names, name).Merge(measured);
        }
    }

    private static Measured Named(Dictionary<string, Measured> names, string name)
    {
        name = Storage.Text.Cut(name, MaxText);
        name = names.ContainsKey(name) || names.Count < MaxNames ? name : Other;
        if (!names.TryGetValue(name, out var measured))
        {
            names[name] = measured = new Measured();
        }

        return measured;
    }

    private void Count(string heading, string? value, long count = 1)
    {
        if (value is null)
        {
            return;
        }

        if (!Counts.TryGetValue(heading, out var values))
        {
            Counts[heading] = values = new Dictionary<string, long>(StringComparer.Ordinal);
        }

        value = Storage.Text.Cut(value, MaxText);
        value = values.ContainsKey(value) || values.Count < MaxValues ? value : Other;
        values[value] = values.GetValueOrDefault(value) + count;
    }
}
