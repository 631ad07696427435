using System.Buffers;
using System.Text.Json;
using Logister.Functions.Http;

namespace Logister.Functions.Events;

/// <summary>An event's context in a list: whole, or what it is made of when it is too large.</summary>
/// <param name="Json">The context or its summary, an object either way.</param>
/// <param name="Truncated">Whether it is the summary.</param>
internal sealed record ContextItem(RawJson Json, bool Truncated)
{
    /// <summary>Bytes of a context that is given whole.</summary>
    public const int MaxBytes = 64 << 10;

    private const int MaxKeys = 50;
    private const int MaxKeyBytes = 100;

    /// <param name="context">The context, a JSON object.</param>
    /// <param name="left">Bytes the list can still take.</param>
    public static ContextItem Of(ReadOnlyMemory<byte> context, int left) =>
        context.Length <= Math.Min(MaxBytes, left) ? new ContextItem(new RawJson(context), false) : new ContextItem(new RawJson(Summary(context)), true);

    private static ReadOnlyMemory<byte> Summary(ReadOnlyMemory<byte> context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteBoolean("truncated"u8, true);
        json.WriteNumber("size_bytes"u8, context.Length);
        json.WriteStartArray("keys"u8);
        var reader = new Utf8JsonReader(context.Span);
        reader.Read();
        for (var keys = 0; keys < MaxKeys && reader.Read() && reader.TokenType == JsonTokenType.PropertyName; keys++)
        {
            if (reader.ValueSpan.Length <= MaxKeyBytes)
            {
                json.WriteStringValue(reader.GetString());
            }

            reader.Skip();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
