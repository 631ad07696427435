using System.Globalization;

namespace Logister.Core.Metrics;

/// <summary>How often something happened on each of the last <see cref="Days"/> days (UTC) it happened on.</summary>
public sealed class DailyCounts
{
    /// <summary>Days kept, counted back from the latest one.</summary>
    public const int Days = 30;

    private readonly SortedDictionary<DateOnly, long> _counts;

    private DailyCounts(SortedDictionary<DateOnly, long> counts) => _counts = counts;

    /// <summary>Nothing yet.</summary>
    public static DailyCounts Empty { get; } = new([]);

    /// <summary>The count of a day, zero when nothing happened or the day is no longer kept.</summary>
    public long On(DateOnly day) => _counts.GetValueOrDefault(day);

    /// <summary>One more on a day. A day older than those kept is not counted.</summary>
    public DailyCounts Add(DateOnly day)
    {
        var counts = new SortedDictionary<DateOnly, long>(_counts);
        counts[day] = counts.GetValueOrDefault(day) + 1;
        var oldest = DateOnly.FromDayNumber(Math.Max(counts.Keys.Last().DayNumber + 1 - Days, 0));
        foreach (var old in counts.Keys.TakeWhile(key => key < oldest).ToList())
        {
            counts.Remove(old);
        }

        return new DailyCounts(counts);
    }

    /// <summary>The stored form: day number and count, <c>739215:3,739216:7</c>.</summary>
    public override string ToString() =>
        string.Join(',', _counts.Select(static day => string.Create(CultureInfo.InvariantCulture, $"{day.Key.DayNumber}:{day.Value}")));

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static DailyCounts Parse(string text)
    {
        var counts = new SortedDictionary<DateOnly, long>();
        foreach (var day in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = day.IndexOf(':', StringComparison.Ordinal);
            counts[DateOnly.FromDayNumber(int.Parse(day.AsSpan(0, Math.Max(colon, 0)), CultureInfo.InvariantCulture))] =
                long.Parse(day.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        }

        return new DailyCounts(counts);
    }
}
