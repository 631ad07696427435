using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Logister.Functions.Http;

/// <summary>Times of the read API: UTC with six fraction digits.</summary>
internal sealed class MicrosecondTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
}
