namespace Logister.Core.Metrics;

/// <summary>What an hour knows of the values under one name.</summary>
public sealed class Measured
{
    /// <summary>Events under the name, those without a value included.</summary>
    public long Count { get; set; }

    /// <summary>Of them, failed ones, by the rule the event list filters by.</summary>
    public long Errors { get; set; }

    /// <summary>The sum of the values.</summary>
    public double Sum { get; set; }

    /// <summary>The least value; null when there was none.</summary>
    public double? Min { get; set; }

    /// <summary>The greatest value; null when there was none.</summary>
    public double? Max { get; set; }

    /// <summary>The values' distribution.</summary>
    public DurationHistogram Histogram { get; init; } = new();

    /// <summary>Adds one event.</summary>
    /// <param name="value">Its value, if it had one.</param>
    /// <param name="failed">Whether it counts as failed.</param>
    public void Add(double? value, bool failed)
    {
        Count++;
        Errors += failed ? 1 : 0;
        if (value is { } number)
        {
            Sum += number;
            Min = Min is { } min ? Math.Min(min, number) : number;
            Max = Max is { } max ? Math.Max(max, number) : number;
            Histogram.Add(number);
        }
    }

    /// <summary>Adds what another one knows.</summary>
    public void Merge(Measured other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        Errors += other.Errors;
        Sum += other.Sum;
        Min = Min is { } min && !(other.Min < min) ? min : other.Min;
        Max = Max is { } max && !(other.Max > max) ? max : other.Max;
        Histogram.Merge(other.Histogram);
    }

    /// <summary>A copy that can be added to without changing this one.</summary>
    public Measured Copy()
    {
        var copy = new Measured();
        copy.Merge(this);
        return copy;
    }
}
