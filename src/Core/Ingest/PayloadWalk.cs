using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>
/// One walk over an envelope's tokens. The reader keeps nesting in bits, so a million brackets need neither recursion
/// nor much memory.
/// </summary>
internal ref struct PayloadWalk
{
    private const int NotAnArray = -1;

    private readonly ReadOnlySpan<byte> _envelope;
    private Utf8JsonReader _reader;
    private Levels _elements;
    private long _bytes;
    private int _keys;

    public PayloadWalk(ReadOnlySpan<byte> envelope)
    {
        _envelope = envelope;
        _reader = Start(envelope);
    }

    public void Run()
    {
        while (_reader.Read())
        {
            switch (_reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    VisitKey();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    break;
                default:
                    VisitValue();
                    break;
            }
        }
    }

    private static Utf8JsonReader Start(ReadOnlySpan<byte> json) =>
        new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });

    private void VisitKey()
    {
        Require(++_keys <= PayloadLimits.ContextKeys, PayloadLimits.ContextKeysCode, PayloadLimits.ContextKeys, _keys);
        var isMessage = _reader.CurrentDepth == 1 && _reader.ValueTextEquals("message"u8);
        VisitText();
        if (isMessage)
        {
            RequireMessage(_reader);
        }
    }

    private void VisitValue()
    {
        var depth = _reader.CurrentDepth;
        if (depth > 0 && _elements[depth - 1] != NotAnArray)
        {
            var length = ++_elements[depth - 1];
            Require(length <= PayloadLimits.ArrayLength, PayloadLimits.ArrayLengthCode, PayloadLimits.ArrayLength, length);
        }

        Require(depth <= PayloadLimits.ContextDepth, PayloadLimits.ContextDepthCode, PayloadLimits.ContextDepth, depth);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartArray:
                _elements[depth] = 0;
                break;
            case JsonTokenType.StartObject:
                _elements[depth] = NotAnArray;
                break;
            case JsonTokenType.String:
                VisitText();
                break;
            case JsonTokenType.Null:
                Weigh(0);
                break;
            default:
                Weigh(_reader.ValueSpan.Length);
                break;
        }
    }

    private void VisitText()
    {
        var length = Length(ref _reader);
        Require(length <= PayloadLimits.StringBytes, PayloadLimits.StringBytesCode, PayloadLimits.StringBytes, length);
        Weigh(length);
    }

    private void Weigh(int length)
    {
        _bytes += length + PayloadLimits.OverheadBytes;
        Require(_bytes <= PayloadLimits.EventBytes, PayloadLimits.EventBytesCode, PayloadLimits.EventBytes, _bytes);
    }

    private void Require(bool kept, string code, long limit, long actual)
    {
        if (!kept)
        {
            throw FirstViolation(new PayloadTooLargeException(code, limit, actual));
        }
    }

    /// <summary>What stands later in the text but is reported first: the message, then any array that was already open.</summary>
    private PayloadTooLargeException FirstViolation(PayloadTooLargeException found)
    {
        RequireMessage();
        var open = _reader.CurrentDepth;
        FinishOpenArrays(open);
        for (var level = 0; level < Math.Min(open, Levels.Count); level++)
        {
            if (_elements[level] > PayloadLimits.ArrayLength)
            {
                return new PayloadTooLargeException(PayloadLimits.ArrayLengthCode, PayloadLimits.ArrayLength, _elements[level]);
            }
        }

        return found;
    }

    /// <summary>Reads on to the end, counting the elements of the arrays that are open at a violation.</summary>
    private void FinishOpenArrays(int open)
    {
        while (open > 0 && _reader.Read())
        {
            if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open = Math.Min(open, _reader.CurrentDepth);
            }
            else if (_reader.TokenType != JsonTokenType.PropertyName && _reader.CurrentDepth is var depth && depth > 0
                && depth <= Math.Min(open, Levels.Count) && _elements[depth - 1] != NotAnArray)
            {
                _elements[depth - 1]++;
            }
        }
    }

    private readonly void RequireMessage()
    {
        var search = Start(_envelope);
        search.Read();
        while (search.Read() && search.TokenType == JsonTokenType.PropertyName)
        {
            if (search.ValueTextEquals("message"u8))
            {
                RequireMessage(search);
            }

            search.Skip();
        }
    }

    /// <param name="beforeValue">A copy of the reader, so that the walk still meets the value.</param>
    private static void RequireMessage(Utf8JsonReader beforeValue)
    {
        beforeValue.Read();
        if (beforeValue.TokenType == JsonTokenType.String && Length(ref beforeValue) is var length && length > PayloadLimits.MessageBytes)
        {
            throw new PayloadTooLargeException(PayloadLimits.MessageBytesCode, PayloadLimits.MessageBytes, length);
        }
    }

    private static int Length(ref Utf8JsonReader text) =>
        text.ValueIsEscaped ? EscapedText.DecodedLength(text.ValueSpan) : text.ValueSpan.Length;

    /// <summary>By level, how many elements its open array has so far.</summary>
    [System.Runtime.CompilerServices.InlineArray(Count)]
    private struct Levels
    {
        public const int Count = PayloadLimits.ContextDepth + 1;

        private int _first;
    }
}
