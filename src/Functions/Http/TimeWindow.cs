using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>The half-open stretch of time a request asks for.</summary>
/// <param name="Since">Its start, inclusive.</param>
/// <param name="Until">Its end, exclusive; null for no end.</param>
internal sealed record TimeWindow(DateTimeOffset Since, DateTimeOffset? Until)
{
    private static readonly TimeSpan Default = TimeSpan.FromHours(24);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The window asked for by <c>since</c> and <c>until</c>, or null when neither is given.</summary>
    /// <exception cref="RefusedException">422: not a time, the wrong way round, or longer than 90 days.</exception>
    public static TimeWindow? Read(HttpRequest request, DateTimeOffset now)
    {
        var until = Query.Text(request, maxLength: 40, "until") is { } end ? Time("until", end) : (DateTimeOffset?)null;
        var since = Query.Text(request, maxLength: 40, "since") is { } start ? Ago(start, now) ?? Time("since", start) : (DateTimeOffset?)null;
        if (since is null && until is null)
        {
            return null;
        }

        var window = new TimeWindow(since ?? until!.Value - Default, until);
        var length = (until ?? now) - window.Since;
        if (until is not null && length <= TimeSpan.Zero)
        {
            throw new RefusedException(Answers.InvalidParameter("since", "since must be before until."));
        }

        return length <= Longest ? window : throw new RefusedException(Answers.InvalidParameter("since", "since and until may be 90 days apart."));
    }

    /// <summary>The last 24 hours.</summary>
    public static TimeWindow LastDay(DateTimeOffset now) => new(now - Default, null);

    private static DateTimeOffset? Ago(string text, DateTimeOffset now)
    {
        var unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => TimeSpan.Zero,
        };
        return unit > TimeSpan.Zero && ushort.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? now - (unit * count)
            : null;
    }

    // An unescaped plus sign arrives as a blank.
    private static DateTimeOffset Time(string name, string text) =>
        DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new RefusedException(Answers.InvalidParameter(
                name, name == "since" ? "since is an ISO 8601 time, or a number with m, h, d or w." : $"{name} is an ISO 8601 time."));
}
