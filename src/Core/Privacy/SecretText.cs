using System.Buffers;

namespace Logister.Core.Privacy;

/// <summary>Recognises one secret around a sign that every secret of its kind has.</summary>
internal static class SecretText
{
    // A project token has 48 digits, the others 64. A part of one is a secret too.
    private const int ShortestTokenDigits = 16;

    // How far a password with an unescaped slash is followed; keeps the search linear.
    private const int LongestUserInfo = 256;

    // Letters alone beyond these lengths are no word of an English sentence. "Basic" is followed by any noun, and its
    // credentials are Base64, which does not look like one; "bearer" is followed by few words, and by secrets of any form.
    private const int ShortestBase64 = 4;
    private const int LongestWordAfterBasic = 19;
    private const int LongestWordAfterBearer = 7;

    private const string TokenPrefix = "logister";
    private static readonly string[] TokenKinds = ["cli_", "mobile_", string.Empty];

    private static readonly string[] WordsAfterBearer =
        ["authentication", "authorization", "credential", "credentials", "challenge", "required"];

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> BearerCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=:");

    private static readonly SearchValues<char> Base64Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=");

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n\"'`<>");
    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(" \t\r\n\"'`<>/?#\\");

    /// <summary>Where the secret stands that has the sign at the given place; an empty range when there is none.</summary>
    public static (int Start, int End) At(ReadOnlySpan<char> text, int sign) => text[sign] switch
    {
        '_' => OwnToken(text, sign),
        ':' => UserInfo(text, sign),
        _ => Credential(text, sign),
    };

    private static (int Start, int End) OwnToken(ReadOnlySpan<char> text, int sign)
    {
        if (!text[..sign].EndsWith(TokenPrefix, StringComparison.Ordinal))
        {
            return default;
        }

        foreach (var kind in TokenKinds)
        {
            if (!text[(sign + 1)..].StartsWith(kind, StringComparison.Ordinal))
            {
                continue;
            }

            var start = sign + 1 + kind.Length;
            var digits = Run(text[start..], HexDigits);
            if (digits >= ShortestTokenDigits)
            {
                return (sign - TokenPrefix.Length, start + digits);
            }

            if (IsLocal(text[start..]))
            {
                return (sign - TokenPrefix.Length, start + "local".Length);
            }
        }

        return default;
    }

    private static bool IsLocal(ReadOnlySpan<char> text) =>
        text.StartsWith("local", StringComparison.Ordinal)
        && (text.Length == 5 || !(char.IsAsciiLetterOrDigit(text[5]) || text[5] is '_' or '-'));

    private static (int Start, int End) Credential(ReadOnlySpan<char> text, int sign)
    {
        var bearer = EndsWithWord(text[..sign], "bearer");
        if (!bearer && !EndsWithWord(text[..sign], "basic"))
        {
            return default;
        }

        var start = sign;
        while (start < text.Length && text[start] is ' ' or '\t')
        {
            start++;
        }

        text = text[start..];
        var credential = text[..Run(text, bearer ? BearerCharacters : Base64Characters)].TrimEnd(".:");
        var isSecret = bearer ? IsSecretAfterBearer(credential) : IsSecretAfterBasic(credential);
        return isSecret ? (start, start + credential.Length) : default;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[^(word.Length + 1)]));

    /// <summary>Not so the next word of prose such as "bearer token missing".</summary>
    private static bool IsSecretAfterBearer(ReadOnlySpan<char> text) =>
        !IsWord(text) || (text.Length > LongestWordAfterBearer && !IsAnyOf(text, WordsAfterBearer));

    /// <summary>Not so the next word of "Basic first-aid kit" or "Visual Basic 2019".</summary>
    private static bool IsSecretAfterBasic(ReadOnlySpan<char> text) =>
        text.Length >= ShortestBase64 && text.ContainsAnyExceptInRange('0', '9') && (text.Length > LongestWordAfterBasic || !IsWords(text));

    private static bool IsWords(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('-'))
        {
            if (!IsWord(text[part]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Small letters, the first perhaps a capital; or nothing.</summary>
    private static bool IsWord(ReadOnlySpan<char> text) =>
        text.IsEmpty || (char.IsAsciiLetter(text[0]) && !text[1..].ContainsAnyExceptInRange('a', 'z'));

    private static bool IsAnyOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Start, int End) UserInfo(ReadOnlySpan<char> text, int sign)
    {
        var start = sign + 3;
        if (sign == 0 || !char.IsAsciiLetterOrDigit(text[sign - 1]) || !text[sign..].StartsWith("://", StringComparison.Ordinal))
        {
            return default;
        }

        var address = text[start..];
        var authority = address[..Run(address, AuthorityEnds, inverted: true)];
        var colon = authority.IndexOf(':');
        if (colon < 0 || authority[0] == '[')
        {
            return default;
        }

        var end = authority.LastIndexOf('@');
        if (end < 0 && authority[(colon + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            // What follows the colon is no port, so it is a password, and the character that ended it was part of it.
            var near = address[..Math.Min(address.Length, LongestUserInfo)];
            end = near[..Run(near, AddressEnds, inverted: true)].LastIndexOf('@');
        }

        return end > colon ? (start, start + end) : default;
    }

    private static int Run(ReadOnlySpan<char> text, SearchValues<char> characters, bool inverted = false)
    {
        var length = inverted ? text.IndexOfAny(characters) : text.IndexOfAnyExcept(characters);
        return length < 0 ? text.Length : length;
    }
}
