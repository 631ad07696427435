using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Reads query parameters with their limits; a bad one is answered 422 with its name.</summary>
internal static class Query
{
    /// <summary>Items of a page when none are asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Items of a page at most.</summary>
    public const int MaxLimit = 100;

    /// <summary>The first of the names that has a value.</summary>
    public static string? Text(HttpRequest request, int maxLength, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var text = request.Query[name].ToString().Trim();
            if (text.Length > maxLength)
            {
                throw new RefusedException(Answers.InvalidParameter(name, $"{name} may have {maxLength} characters."));
            }

            if (text.Length > 0)
            {
                return text;
            }
        }

        return null;
    }

    public static int Limit(HttpRequest request) => Whole(request, "limit", 1, MaxLimit, DefaultLimit);

    /// <summary>A whole number within bounds.</summary>
    public static int Whole(HttpRequest request, string name, int min, int max, int absent)
    {
        if (Text(request, maxLength: 10, name) is not { } text)
        {
            return absent;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new RefusedException(Answers.InvalidParameter(name, $"{name} is a whole number from {min} to {max}."));
    }

    /// <summary>A number, zero or more.</summary>
    public static double? Number(HttpRequest request, string name)
    {
        if (Text(request, maxLength: 30, name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0
            ? number
            : throw new RefusedException(Answers.InvalidParameter(name, $"{name} is a number, zero or more."));
    }

    public static bool Flag(HttpRequest request, string name) =>
        Text(request, maxLength: 10, name) is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>One of several words, or null when the parameter is absent.</summary>
    public static string? OneOf(HttpRequest request, string name, params string[] words)
    {
        var text = Text(request, maxLength: 100, name);
        return text is null || words.Contains(text, StringComparer.Ordinal)
            ? text
            : throw new RefusedException(Answers.InvalidParameter(name, $"{name} is one of {string.Join(", ", words)}."));
    }

    /// <exception cref="RefusedException">It is no uuid; such an id cannot exist, so 404.</exception>
    public static Guid Id(string text, string what) =>
        Guid.TryParse(text, out var id) ? id : throw new RefusedException(Answers.NotFound(what));
}
