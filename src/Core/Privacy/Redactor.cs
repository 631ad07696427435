using System.Buffers;
using System.Text;

namespace Logister.Core.Privacy;

/// <summary>
/// Takes secrets out of text: this system's own tokens, credentials after <c>Bearer</c> or <c>Basic</c>, and user and
/// password in addresses. Only the secret part is replaced. Linear in the length of the text.
/// </summary>
public static class Redactor
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mark = "[REDACTED]";

    // Every secret has one of these at a fixed place, so text without them is passed over by a vectorised search.
    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t:_");
    private static readonly SearchValues<byte> SignsInJson = SearchValues.Create(" \t:_\\"u8);

    /// <summary>Replaces the secrets in a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when it holds none.</returns>
    public static string Redact(string text)
    {
        StringBuilder? redacted = null;
        var copied = 0;
        var position = 0;
        while (text.AsSpan(position).IndexOfAny(Signs) is var distance && distance >= 0)
        {
            var sign = position + distance;
            var (start, end) = SecretText.At(text, sign);
            if (start >= copied && end > start)
            {
                redacted ??= new StringBuilder(text.Length);
                redacted.Append(text, copied, start - copied).Append(Mark);
                copied = position = end;
            }
            else
            {
                position = sign + 1;
            }
        }

        return redacted is null ? text : redacted.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>A cheap look at a text: <see langword="false"/> only when it certainly holds no secret.</summary>
    /// <param name="json">The text as it stands in JSON, escapes resolved or not.</param>
    internal static bool MayHoldSecret(ReadOnlySpan<byte> json)
    {
        var position = 0;
        while (json[position..].IndexOfAny(SignsInJson) is var distance && distance >= 0)
        {
            var sign = position + distance;
            position = sign + 1;
            var found = json[sign] switch
            {
                (byte)'_' => json[..sign].EndsWith("logister"u8),
                (byte)':' => json[position..].StartsWith("//"u8),
                (byte)'\\' => HidesCharacters(json[position..]) || EndsWithScheme(json[..sign]),
                _ => EndsWithScheme(json[..sign]),
            };
            if (found)
            {
                return true;
            }

            // What an escape stands for is no sign itself, and may be the backslash of the next.
            position += json[sign] == '\\' ? 1 : 0;
        }

        return false;
    }

    /// <summary>Any character can hide behind these two escapes; a tab that follows a scheme is seen from its own.</summary>
    private static bool HidesCharacters(ReadOnlySpan<byte> escaped) => escaped.IsEmpty || escaped[0] is (byte)'u' or (byte)'/';

    private static bool EndsWithScheme(ReadOnlySpan<byte> text) =>
        text.Length >= 5 && (text[^1] | 0x20) switch
        {
            'c' => Ascii.EqualsIgnoreCase(text[^5..], "basic"u8),
            'r' => text.Length >= 6 && Ascii.EqualsIgnoreCase(text[^6..], "bearer"u8),
            _ => false,
        };
}
