using System.Text;

namespace Logister.Core.Privacy;

/// <summary>
/// Tells keys whose values are secret. Whole words are compared, not substrings, so that <c>hotpath</c> and
/// <c>tokenizer</c> keep their values: what is redacted before storage is gone for good.
/// </summary>
internal static class SensitiveKey
{
    // Longer words than this are no words of ours; they are only searched for the stem of "password".
    private const int LongestWord = 16;

    public static bool Matches(ReadOnlySpan<byte> name, RedactionRules rules)
    {
        var words = new KeyWords(name);
        var previous = ReadOnlySpan<byte>.Empty;
        while (words.MoveNext())
        {
            if (IsSecret(words.Current, previous, rules))
            {
                return true;
            }

            previous = words.Current;
        }

        return MatchesExtra(name, rules);
    }

    /// <summary>Whether a key is one of those the project added.</summary>
    public static bool MatchesExtra(ReadOnlySpan<byte> name, RedactionRules rules) => rules.ExtraWords.Count > 0 && HoldsExtra(name, rules);

    /// <summary>The words of a key in lower case, each with a separator on both sides; empty when there are none.</summary>
    public static string Words(string name)
    {
        var joined = new StringBuilder();
        var words = new KeyWords(Encoding.UTF8.GetBytes(name));
        while (words.MoveNext())
        {
            joined.Append(joined.Length == 0 ? "_" : string.Empty);
            joined.Append(Encoding.UTF8.GetString(words.Current).ToLowerInvariant()).Append('_');
        }

        return joined.ToString();
    }

    private static bool HoldsExtra(ReadOnlySpan<byte> name, RedactionRules rules)
    {
        var words = Words(Encoding.UTF8.GetString(name));
        foreach (var extra in rules.ExtraWords)
        {
            if (words.Contains(extra, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSecret(ReadOnlySpan<byte> sent, ReadOnlySpan<byte> previous, RedactionRules rules)
    {
        if (sent.Length > LongestWord)
        {
            return HoldsPasswordStem(sent);
        }

        Span<byte> buffer = stackalloc byte[LongestWord];
        Ascii.ToLower(sent, buffer, out var length);
        ReadOnlySpan<byte> word = buffer[..length].TrimEnd("0123456789"u8);
        return word.Length switch
        {
            3 => word.SequenceEqual("key"u8) ? IsQualifiedKey(previous, isWhole: word.Length == length) : IsShortSecret(word),
            4 => word.SequenceEqual("salt"u8) || (word.SequenceEqual("keys"u8) && IsQualifiedKey(previous, isWhole: false)) || (word.SequenceEqual("mail"u8) && Ascii.EqualsIgnoreCase(previous, "e"u8) && !rules.AllowEmail),
            5 => word.SequenceEqual("token"u8) || word.SequenceEqual("crypt"u8) || word.SequenceEqual("passw"u8) || (word.SequenceEqual("email"u8) && !rules.AllowEmail),
            6 => IsSixLetterSecret(word) || (word.SequenceEqual("emails"u8) && !rules.AllowEmail) || HoldsPasswordStem(word),
            7 => word.SequenceEqual("secrets"u8) || word.SequenceEqual("cookies"u8) || word.SequenceEqual("apikeys"u8) || HoldsPasswordStem(word),
            9 => word.SequenceEqual("setcookie"u8) || HoldsPasswordStem(word),
            10 => word.SequenceEqual("privatekey"u8) || HoldsPasswordStem(word),
            11 => word.SequenceEqual("certificate"u8) || HoldsPasswordStem(word),
            12 => word.SequenceEqual("certificates"u8) || HoldsPasswordStem(word),
            13 => word.SequenceEqual("authorization"u8) || HoldsPasswordStem(word),
            > 5 => HoldsPasswordStem(word),
            _ => false,
        };
    }

    /// <summary>Any kind of key is secret when the word stands alone; with a number or in the plural, only the two that are named.</summary>
    private static bool IsQualifiedKey(ReadOnlySpan<byte> kind, bool isWhole) =>
        isWhole ? !kind.IsEmpty : Ascii.EqualsIgnoreCase(kind, "api"u8) || Ascii.EqualsIgnoreCase(kind, "private"u8);

    private static bool IsShortSecret(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("otp"u8) || word.SequenceEqual("ssn"u8) || word.SequenceEqual("cvv"u8) || word.SequenceEqual("cvc"u8);

    private static bool IsSixLetterSecret(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("secret"u8) || word.SequenceEqual("cookie"u8) || word.SequenceEqual("tokens"u8) || word.SequenceEqual("apikey"u8);

    /// <summary>"passw" is no whole word: it stands for password, passwd, dbpassword and the like, and no innocent word holds it.</summary>
    private static bool HoldsPasswordStem(ReadOnlySpan<byte> word)
    {
        for (var start = 0; start + 5 <= word.Length; start++)
        {
            if (Ascii.EqualsIgnoreCase(word.Slice(start, 5), "passw"u8))
            {
                return true;
            }
        }

        return false;
    }
}
