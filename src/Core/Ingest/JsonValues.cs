using System.Globalization;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Reads values that clients send in more than one JSON type.</summary>
internal static class JsonValues
{
    /// <summary>Whether the value says nothing: absent, null, false, white space, or an empty object or array.</summary>
    public static bool IsBlank(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => value.ValueEquals(ReadOnlySpan<byte>.Empty) || string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.GetPropertyCount() == 0,
        _ => false,
    };

    /// <summary>The text of a string, number or true; null when the value is blank or holds other values.</summary>
    public static string? Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
        JsonValueKind.Number or JsonValueKind.True => value.GetRawText(),
        _ => null,
    };

    /// <summary>A number, or the number a string consists of.</summary>
    public static double? Number(this JsonElement value)
    {
        var parsed = 0d;
        var found = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out parsed),
            JsonValueKind.String => double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out parsed),
            _ => false,
        };
        return found && double.IsFinite(parsed) ? parsed : null;
    }

    /// <summary>A duration in milliseconds: a number of zero or more, in either JSON type.</summary>
    public static double? Duration(this JsonElement value) => value.Number() is { } number && number >= 0 ? Math.Abs(number) : null;

    /// <summary>The integer part of a number, or the digits a string begins with; null when that is not from 0 to the largest.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="largest">What larger numbers are cut to.</param>
    public static long? WholeNumber(this JsonElement value, long largest)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.Number() is { } number && number >= 0 ? (long)Math.Min(number, largest) : null;
        }

        var text = value.GetString().AsSpan().TrimStart();
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        if (digits.IsEmpty)
        {
            return null;
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? Math.Min(parsed, largest) : largest;
    }

    /// <summary>The value at a path of keys; undefined when there is none.</summary>
    public static JsonElement At(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    /// <summary>At most so many characters, never half of a surrogate pair.</summary>
    public static string Truncate(this string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
