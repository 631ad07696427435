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

    private ArrayBufferWriter<byte>? _mended;
    private int _position;
    private int _copied;

    public ReadOnlyMemory<byte> Run()
    {
        while (MoveTo(OutsideStrings))
        {
            switch (source.Span[_position])
            {
                case (byte)'"':
                    _position++;
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

        if (_mended is null)
        {
            return source;
        }

        _mended.Write(source.Span[_copied..]);
        return _mended.WrittenMemory;
    }

    private bool MoveTo(SearchValues<byte> marks)
    {
        var distance = source.Span[_position..].IndexOfAny(marks);
        _position += Math.Max(distance, 0);
        return distance >= 0;
    }

    private void MendLiteral(ReadOnlySpan<byte> literal, bool signed)
    {
        if (!source.Span[_position..].StartsWith(literal))
        {
            _position++;
            return;
        }

        var start = signed && _position > _copied && source.Span[_position - 1] == '-' ? _position - 1 : _position;
        Replace(start, _position + literal.Length, "null"u8);
    }

    private void MendString()
    {
        while (MoveTo(InsideStrings))
        {
            if (source.Span[_position] == '"')
            {
                _position++;
                return;
            }

            MendEscape();
        }

        _position = source.Length;
    }

    private void MendEscape()
    {
        var rest = source.Span[_position..];
        if (!EscapedText.TryReadUnit(rest, out var unit))
        {
            _position = Math.Min(_position + 2, source.Length);
        }
        else if (!char.IsSurrogate(unit))
        {
            _position += EscapedText.UnicodeEscapeLength;
        }
        else if (EscapedText.TryReadUnit(rest[EscapedText.UnicodeEscapeLength..], out var partner) && char.IsSurrogatePair(unit, partner))
        {
            _position += 2 * EscapedText.UnicodeEscapeLength;
        }
        else
        {
            Replace(_position, _position + EscapedText.UnicodeEscapeLength, "\\ufffd"u8);
        }
    }

    private void Replace(int start, int end, ReadOnlySpan<byte> replacement)
    {
        _mended ??= new ArrayBufferWriter<byte>(source.Length + replacement.Length);
        _mended.Write(source.Span[_copied..start]);
        _mended.Write(replacement);
        _copied = _position = end;
    }
}
