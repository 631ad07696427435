using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>What one instance refused a project in one hour: a row of the table <c>telemetry</c> that is written over and over.</summary>
internal sealed partial class RefusalHour(Guid projectId, DateTimeOffset hour, Guid instance)
{
    private const int MaxLatest = 20;
    private const string CountsColumn = "Counts";
    private const string LatestColumn = "Latest";
    private const string HourColumn = "Hour";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Queue<Refusal> _latest = new();
    private bool _writing;
    private DateTimeOffset _writtenAt = DateTimeOffset.MinValue;

    public DateTimeOffset Hour => hour;

    /// <summary>Counts a refusal.</summary>
    /// <returns>How long to wait before writing the row; null when a write is coming anyway.</returns>
    public TimeSpan? Add(Refusal refusal, TimeSpan interval)
    {
        lock (_gate)
        {
            _counts[refusal.Reason] = _counts.GetValueOrDefault(refusal.Reason) + 1;
            _latest.Enqueue(refusal);
            if (_latest.Count > MaxLatest)
            {
                _latest.Dequeue();
            }

            if (_writing)
            {
                return null;
            }

            _writing = true;
            var sinceLast = refusal.At - _writtenAt;
            return sinceLast >= interval ? TimeSpan.Zero : interval - sinceLast;
        }
    }

    /// <summary>The row as it is now; what comes later causes the next write.</summary>
    public TableEntity Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            _writing = false;
            _writtenAt = now;
            return new TableEntity(RowKeys.Partition(projectId), RowKeys.Refusals(hour, instance))
            {
                [HourColumn] = hour,
                [CountsColumn] = JsonSerializer.Serialize(_counts, RowJson.Default.DictionaryStringInt64),
                [LatestColumn] = JsonSerializer.Serialize([.. _latest], RowJson.Default.RefusalArray),
            };
        }
    }

    public static (DateTimeOffset Hour, Dictionary<string, long> Counts, IReadOnlyList<Refusal> Latest) Read(TableEntity row) => (
        row.GetDateTimeOffset(HourColumn).GetValueOrDefault(),
        JsonSerializer.Deserialize(row.GetString(CountsColumn), RowJson.Default.DictionaryStringInt64) ?? [],
        JsonSerializer.Deserialize(row.GetString(LatestColumn), RowJson.Default.RefusalArray) ?? []);

    [JsonSerializable(typeof(Dictionary<string, long>))]
    [JsonSerializable(typeof(Refusal[]))]
    private sealed partial class RowJson : JsonSerializerContext;
}
