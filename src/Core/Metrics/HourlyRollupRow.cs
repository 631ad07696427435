using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Metrics;

/// <summary>An hour's rollup as a row of the table <c>telemetry</c>: compressed JSON, because its names are the clients'.</summary>
internal static partial class HourlyRollupRow
{
    private const int Quality = 4;
    private const int Window = 18;
    private const string Body = "Body";
    private const string Length = "Length";

    public static TableEntity Write(Guid projectId, HourlyRollup rollup)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(rollup, RollupJson.Default.HourlyRollup);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        if (!BrotliEncoder.TryCompress(json, packed, out var written, Quality, Window))
        {
            throw new InvalidOperationException("Brotli needed more room than its own upper bound.");
        }

        var row = new TableEntity(RowKeys.Partition(projectId), RowKeys.Rollup(rollup.Hour)) { [Length] = json.Length };
        BinaryColumns.Write(row, Body, packed.AsMemory(0, written));
        return row;
    }

    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public static HourlyRollup Read(TableEntity row)
    {
        var json = new byte[row.GetInt32(Length) ?? 0];
        if (!BrotliDecoder.TryDecompress(BinaryColumns.Read(row, Body), json, out var written) || written != json.Length)
        {
            throw new InvalidDataException($"The rollup {row.RowKey} is damaged.");
        }

        return JsonSerializer.Deserialize(json, RollupJson.Default.HourlyRollup)
            ?? throw new InvalidDataException($"The rollup {row.RowKey} is empty.");
    }

    [JsonSourceGenerationOptions(
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = [typeof(HistogramConverter)])]
    [JsonSerializable(typeof(HourlyRollup))]
    private sealed partial class RollupJson : JsonSerializerContext;

    private sealed class HistogramConverter : JsonConverter<DurationHistogram>
    {
        public override DurationHistogram Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DurationHistogram.Parse(reader.GetString() ?? string.Empty);

        public override void Write(Utf8JsonWriter writer, DurationHistogram value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
