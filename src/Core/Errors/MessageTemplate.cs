using System.Buffers;
using System.Text;

namespace Logister.Core.Errors;

/// <summary>
/// Reduces a message to what its like have in common: numbers, ids, quoted text, addresses and digits in paths become
/// placeholders. Works on pieces between white space, brackets and the like, each looked at once.
/// </summary>
internal static class MessageTemplate
{
    private const int LongestLine = 500;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\r\"'`()[]{}<>,;=|");
    private static readonly SearchValues<char> PathBreaks = SearchValues.Create("/?&#:");

    /// <summary>The template of the first line that is not blank.</summary>
    public static string OfFirstLine(string message)
    {
        var line = FirstLine(message);
        line = line.Length > LongestLine ? line[..LongestLine] : line;
        var template = new StringBuilder(line.Length);
        while (!line.IsEmpty)
        {
            line = line[Take(line, template)..];
        }

        return template.ToString();
    }

    private static ReadOnlySpan<char> FirstLine(string message)
    {
        foreach (var line in message.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                return line.Trim();
            }
        }

        return [];
    }

    /// <returns>How many characters were taken from the line.</returns>
    private static int Take(ReadOnlySpan<char> line, StringBuilder template)
    {
        if (QuotedLength(line, template) is var quoted && quoted > 0)
        {
            template.Append("<str>");
            return quoted;
        }

        var length = line.IndexOfAny(Breaks);
        if (length == 0)
        {
            template.Append(line[0]);
            return 1;
        }

        var piece = length < 0 ? line : line[..length];
        AppendPiece(piece, template);
        return piece.Length;
    }

    /// <summary>A quote opens where a word could begin and closes where one could end, so that an apostrophe is neither.</summary>
    private static int QuotedLength(ReadOnlySpan<char> line, StringBuilder template)
    {
        if (line[0] is not ('"' or '\'' or '`') || (template.Length > 0 && char.IsLetterOrDigit(template[^1])))
        {
            return 0;
        }

        // Ruby opens with a backtick and closes with an apostrophe.
        ReadOnlySpan<char> closing = line[0] == '`' ? "`'" : line[..1];
        for (var index = 1; index < line.Length; index++)
        {
            if (closing.Contains(line[index]) && (index + 1 == line.Length || !char.IsLetterOrDigit(line[index + 1])))
            {
                return index + 1;
            }
        }

        return 0;
    }

    private static void AppendPiece(ReadOnlySpan<char> piece, StringBuilder template)
    {
        var scheme = piece.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            template.Append(piece[..(scheme + 3)]);
            AppendSegments(piece[(scheme + 3)..], "<url-id>", template);
        }
        else if (IsEmail(piece))
        {
            template.Append("<email>");
        }
        else if (piece.Contains('/'))
        {
            AppendSegments(piece, "<path>", template);
        }
        else
        {
            AppendWords(piece, template);
        }
    }

    private static bool IsEmail(ReadOnlySpan<char> piece)
    {
        var at = piece.IndexOf('@');
        return at > 0 && at < piece.Length - 1 && char.IsLetterOrDigit(piece[at - 1]) && char.IsLetterOrDigit(piece[at + 1])
            && piece[at..].Contains('.');
    }

    /// <summary>Between slashes and the like, a segment with a digit is an id.</summary>
    private static void AppendSegments(ReadOnlySpan<char> piece, string placeholder, StringBuilder template)
    {
        while (!piece.IsEmpty)
        {
            var length = piece.IndexOfAny(PathBreaks);
            var segment = length < 0 ? piece : piece[..length];
            if (segment.ContainsAnyInRange('0', '9'))
            {
                template.Append(placeholder);
            }
            else
            {
                template.Append(segment);
            }

            if (length < 0)
            {
                return;
            }

            template.Append(piece[length]);
            piece = piece[(length + 1)..];
        }
    }

    private static void AppendWords(ReadOnlySpan<char> piece, StringBuilder template)
    {
        while (!piece.IsEmpty)
        {
            var (length, placeholder) = ChangingText.At(piece);
            if (placeholder is null)
            {
                template.Append(piece[..length]);
            }
            else
            {
                template.Append(placeholder);
            }

            piece = piece[length..];
        }
    }
}
