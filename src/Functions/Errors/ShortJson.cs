using System.Buffers;
using System.Text.Json;

namespace Logister.Functions.Errors;

/// <summary>Writes JSON with its texts cut and its lists shortened.</summary>
internal static class ShortJson
{
    public static byte[] Write(JsonElement value, int maxText, int maxItems)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, value, maxText, maxItems);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, int maxText, int maxItems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, maxText, maxItems);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray().Take(maxItems))
                {
                    Write(json, item, maxText, maxItems);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                var text = value.GetString() ?? string.Empty;
                json.WriteStringValue(text.Length <= maxText ? text : text[..(char.IsHighSurrogate(text[maxText - 1]) ? maxText - 1 : maxText)] + "…");
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
