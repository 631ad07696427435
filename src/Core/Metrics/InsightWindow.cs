namespace Logister.Core.Metrics;

/// <summary>A stretch of time that ends now, and the buckets it is shown in.</summary>
/// <param name="Name">As the API spells it: 1h, 6h, 24h or 7d.</param>
/// <param name="BucketName">minute, hour or day.</param>
/// <param name="Length">Its length.</param>
/// <param name="Bucket">The length of a bucket.</param>
public sealed record InsightWindow(string Name, string BucketName, TimeSpan Length, TimeSpan Bucket)
{
    /// <summary>The windows there are, the shortest first.</summary>
    public static IReadOnlyList<InsightWindow> All { get; } =
    [
        new("1h", "minute", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)),
        new("6h", "hour", TimeSpan.FromHours(6), TimeSpan.FromHours(1)),
        new("24h", "hour", TimeSpan.FromHours(24), TimeSpan.FromHours(1)),
        new("7d", "day", TimeSpan.FromDays(7), TimeSpan.FromDays(1)),
    ];

    /// <summary>Whether hourly rollups can fill its buckets.</summary>
    internal bool IsHourly => Bucket >= TimeSpan.FromHours(1);

    /// <summary>The start of the bucket a moment lies in, UTC.</summary>
    public DateTimeOffset BucketOf(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % Bucket.Ticks), TimeSpan.Zero);

    /// <summary>The starts of all buckets: from the one the window starts in to the one it is now.</summary>
    public IReadOnlyList<DateTimeOffset> BucketsUntil(DateTimeOffset now)
    {
        var first = BucketOf(now - Length);
        var count = (int)((BucketOf(now) - first) / Bucket) + 1;
        return [.. Enumerable.Range(0, count).Select(index => first + (index * Bucket))];
    }
}
