using System.Globalization;

namespace Logister.Core.Ingest;

/// <summary>The inside of a JSON string as it was sent, escapes unresolved.</summary>
internal static class EscapedText
{
    /// <summary>An escape of the form <c>\u00e9</c>, in bytes.</summary>
    public const int UnicodeEscapeLength = 6;

    /// <summary>How many UTF-8 bytes the text has once its escapes are resolved.</summary>
    /// <param name="text">Valid text, surrogates paired.</param>
    public static int DecodedLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (text.IndexOf((byte)'\\') is var escape && escape >= 0)
        {
            var (sent, decoded) = Measure(text[escape..]);
            length += escape + decoded;
            text = text[(escape + sent)..];
        }

        return length + text.Length;
    }

    /// <summary>The UTF-16 unit of an escape such as <c>\u00e9</c> at the start of the text.</summary>
    public static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < UnicodeEscapeLength || text[0] != '\\' || text[1] != 'u')
        {
            return false;
        }

        var parsed = ushort.TryParse(text[2..UnicodeEscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        unit = (char)value;
        return parsed;
    }

    private static (int Sent, int Decoded) Measure(ReadOnlySpan<byte> escape)
    {
        if (!TryReadUnit(escape, out var unit))
        {
            return (2, 1);
        }

        return unit switch
        {
            < '\u0080' => (UnicodeEscapeLength, 1),
            < '\u0800' => (UnicodeEscapeLength, 2),
            _ when char.IsHighSurrogate(unit) => (2 * UnicodeEscapeLength, 4),
            _ => (UnicodeEscapeLength, 3),
        };
    }
}
