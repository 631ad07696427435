using System.Text;
using System.Text.Unicode;

namespace Logister.Core.Ingest;

/// <summary>A request body on its way to the parser.</summary>
public static class JsonBody
{
    /// <summary>
    /// Makes a body safe to parse and to read strings from: a byte order mark goes, <c>NaN</c> and the infinities become
    /// null, bytes that are not UTF-8 and surrogate escapes without a partner become U+FFFD. Whether it is JSON is found
    /// out by <see cref="Envelope"/>.
    /// </summary>
    /// <param name="utf8">The body as sent, or one line of a batch.</param>
    /// <returns>The same memory when there was nothing to repair, which is the rule.</returns>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> utf8)
    {
        var byteOrderMark = Encoding.UTF8.Preamble;
        if (utf8.Span.StartsWith(byteOrderMark))
        {
            utf8 = utf8[byteOrderMark.Length..];
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            utf8 = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8.Span));
        }

        return MayNeedMending(utf8.Span) ? new JsonMending(utf8).Run() : utf8;
    }

    private static bool MayNeedMending(ReadOnlySpan<byte> json) =>
        json.IndexOf("NaN"u8) >= 0 || json.IndexOf("Infinity"u8) >= 0 || HoldsSurrogateEscape(json);

    private static bool HoldsSurrogateEscape(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf("\\u"u8) is var escape && escape >= 0)
        {
            if (EscapedText.TryReadUnit(json[escape..], out var unit) && char.IsSurrogate(unit))
            {
                return true;
            }

            json = json[(escape + 2)..];
        }

        return false;
    }
}
