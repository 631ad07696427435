using System.Text.Json;
using System.Text.Json.Serialization;

namespace Logister.Functions.Http;

/// <summary>JSON that is passed on as it is stored.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record RawJson(ReadOnlyMemory<byte> Utf8)
{
    internal sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Raw JSON is only written.");

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
