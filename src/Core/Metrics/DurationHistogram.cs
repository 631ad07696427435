using System.Globalization;

namespace Logister.Core.Metrics;

/// <summary>
/// A mergeable histogram with buckets that grow by 4 %, so that a percentile read from it is within 2 % of the true
/// value however many were added (the idea of DDSketch, Masson, Rim and Lee, 2019).
/// </summary>
public sealed class DurationHistogram
{
    /// <summary>How far a percentile may be off, as a share of the value.</summary>
    public const double RelativeError = 0.02;

    // With this growth the middle of a bucket is within RelativeError of everything in it.
    private const double Growth = (1 + RelativeError) / (1 - RelativeError);

    // Everything at or below this, in the unit of the values, is one bucket.
    private const double Smallest = 0.001;

    private static readonly double LogGrowth = Math.Log(Growth);

    private readonly SortedDictionary<int, long> _buckets = [];

    /// <summary>How many values were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a value; negative ones count as zero.</summary>
    public void Add(double value) => Add(value <= Smallest ? 0 : (int)Math.Ceiling(Math.Log(value / Smallest) / LogGrowth), 1);

    /// <summary>Adds everything another histogram holds.</summary>
    public void Merge(DurationHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (bucket, count) in other._buckets)
        {
            Add(bucket, count);
        }
    }

    /// <summary>The value below which a share of all values lies (nearest rank), or null when there are none.</summary>
    /// <param name="share">Above 0 and up to 1: 0.95 for the 95th percentile.</param>
    public double? Percentile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var rank = (long)Math.Ceiling(Count * share);
        foreach (var (bucket, count) in _buckets)
        {
            rank -= count;
            if (rank <= 0)
            {
                return bucket == 0 ? 0 : Smallest * Math.Pow(Growth, bucket) * (1 - RelativeError);
            }
        }

        return null;
    }

    /// <summary>The stored form: bucket and count, <c>512:3 530:1</c>.</summary>
    public override string ToString() =>
        string.Join(' ', _buckets.Select(static bucket => string.Create(CultureInfo.InvariantCulture, $"{bucket.Key}:{bucket.Value}")));

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static DurationHistogram Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var histogram = new DurationHistogram();
        foreach (var bucket in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = bucket.IndexOf(':', StringComparison.Ordinal);
            histogram.Add(
                int.Parse(bucket.AsSpan(0, Math.Max(colon, 0)), CultureInfo.InvariantCulture),
                long.Parse(bucket.AsSpan(colon + 1), CultureInfo.InvariantCulture));
        }

        return histogram;
    }

    private void Add(int bucket, long count)
    {
        _buckets[bucket] = _buckets.GetValueOrDefault(bucket) + count;
        Count += count;
    }
}
