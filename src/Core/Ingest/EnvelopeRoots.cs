using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Where the values of two root keys stand in a body; of a repeated key, the last.</summary>
/// <param name="Whole">The whole body, when it is an object.</param>
/// <param name="Lower">The value under the lower-case key.</param>
/// <param name="Upper">The value under the upper-case key.</param>
internal readonly record struct EnvelopeRoots(Range? Whole, Range? Lower, Range? Upper)
{
    /// <exception cref="MalformedJsonException">The body is not one JSON value.</exception>
    public static EnvelopeRoots Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        if (body.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return default;
        }

        var reader = Reader(body);
        try
        {
            return Find(ref reader, lower, upper);
        }
        catch (JsonException)
        {
            throw MalformedJsonException.At(reader.BytesConsumed);
        }
    }

    /// <summary>A reader for any depth: how deep is too deep is said by <see cref="PayloadLimits"/>.</summary>
    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });

    private static EnvelopeRoots Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return default;
        }

        var start = (int)reader.TokenStartIndex;
        Range? foundLower = null;
        Range? foundUpper = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(lower))
            {
                foundLower = Value(ref reader);
            }
            else if (reader.ValueTextEquals(upper))
            {
                foundUpper = Value(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        var whole = start..(int)reader.BytesConsumed;

        // One more read, so that anything after the object is found to be too much.
        reader.Read();
        return new EnvelopeRoots(whole, foundLower, foundUpper);
    }

    private static Range Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
