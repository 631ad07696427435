using System.Buffers;

namespace Logister.Core.Ingest;

/// <summary>
/// Replaces what a JSON parser would choke on, knowing only where strings begin and end. Copies nothing until the
/// first replacement.
/// </summary>
internal sealed class JsonMending(ReadOnlyMemory<byte> source)
{
    private static readonly SearchValues<byte> OutsideStrings = SearchValues.Create("\"NI"u8);
    private static readonly SearchValues<byte> InsideStrings = SearchValues.Create("\"\\"u8);

    private ArrayBufferWriter<byte>? mended;
    private int position;
    private int copied;

    public ReadOnlyMemory<byte> Run()
    {
        while (MoveTo(OutsideStrings))
        {
            switch (source.Span[position])
            {
                case (byte)'"':
                    position++;
                    MendString();
                    break;
                case (byte)'N':
                    MendLiteral("NaN"u8, signed: false);
                    break;
                default:
                    MendLiteral("Infinity"u8, signed: true);
                    break;
            }
        }

        if (mended is null)
        {
            return source;
        }

        mended.Write(source.Span[copied..]);
        return mended.WrittenMemory;
    }

    private bool MoveTo(SearchValues<byte> marks)
    {
        var distance = source.Span[position..].IndexOfAny(marks);
        position += Math.Max(distance, 0);
        return distance >= 0;
    }

    private void MendLiteral(ReadOnlySpan<byte> literal, bool signed)
    {
        if (!source.Span[position..].StartsWith(literal))
        {
            position++;
            return;
        }

        var start = signed && position > copied && source.Span[position - 1] == '-' ? position - 1 : position;
        Replace(start, position + literal.Length, "null"u8);
    }

    private void MendString()
    {
        while (MoveTo(InsideStrings))
        {
            if (source.Span[position] == '"')
            {
                position++;
                return;
            }

            MendEscape();
        }

        position = source.Length;
    }

    private void MendEscape()
    {
        var rest = source.Span[position..];
        if (!EscapedText.TryReadUnit(rest, out var unit))
        {
            position = Math.Min(position + 2, source.Length);
        }
        else if (!char.IsSurrogate(unit))
        {
            position += EscapedText.UnicodeEscapeLength;
        }
        else if (EscapedText.TryReadUnit(rest[EscapedText.UnicodeEscapeLength..], out var partner) && char.IsSurrogatePair(unit, partner))
        {
            position += 2 * EscapedText.UnicodeEscapeLength;
        }
        else
        {
            Replace(position, position + EscapedText.UnicodeEscapeLength, "\\ufffd"u8);
        }
    }

    private void Replace(int start, int end, ReadOnlySpan<byte> replacement)
    {
        mended ??= new ArrayBufferWriter<byte>(source.Length + replacement.Length);
        mended.Write(source.Span[copied..start]);
        mended.Write(replacement);
        copied = position = end;
    }
}
