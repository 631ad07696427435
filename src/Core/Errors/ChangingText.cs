namespace Logister.Core.Errors;

/// <summary>Recognises uuids, hex runs and numbers at the start of a text.</summary>
internal static class ChangingText
{
    private const int UuidLength = 36;
    private const int ShortestHex = 8;

    /// <summary>How much of the text belongs together, and what stands for it; no placeholder when it stands for itself.</summary>
    public static (int Length, string? Placeholder) At(ReadOnlySpan<char> text)
    {
        if (text.Length >= UuidLength && Guid.TryParseExact(text[..UuidLength], "D", out _))
        {
            return (UuidLength, "<uuid>");
        }

        if (!char.IsAsciiLetterOrDigit(text[0]))
        {
            return (1, null);
        }

        var word = WordLength(text);
        if (IsHex(text[..word]))
        {
            return (word, "<hex>");
        }

        return char.IsAsciiDigit(text[0]) ? (NumberLength(text), "<n>") : (LettersLength(text[..word]), null);
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>With a prefix of <c>0x</c> any hex, without one a long run that has both letters and digits.</summary>
    private static bool IsHex(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[0] == '0' && word[1] is 'x' or 'X')
        {
            return !ContainsAnyButHex(word[2..]);
        }

        return word.Length >= ShortestHex && word.ContainsAnyInRange('0', '9') && word.ContainsAnyExceptInRange('0', '9') && !ContainsAnyButHex(word);
    }

    private static bool ContainsAnyButHex(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiHexDigit(letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Digits with single points, colons and the like between them: a decimal, a time, a version.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length])
            || (text[length] is '.' or ':' && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1]))))
        {
            length++;
        }

        return length;
    }

    private static int LettersLength(ReadOnlySpan<char> word)
    {
        var digit = word.IndexOfAnyInRange('0', '9');
        return digit < 0 ? word.Length : digit;
    }
}
