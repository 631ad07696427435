using System.Buffers;
using System.Text.Json;
using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Functions.Http;

namespace Logister.Functions.Errors;

/// <summary>
/// Writes what is known of an error for a reader with little room, the most telling first: the group, the exception, the
/// rest of the latest event's context, then logs and other occurrences. A part that does not fit is shortened, then left
/// out and named.
/// </summary>
internal sealed class ErrorContext : IDisposable
{
    private const int BytesPerToken = 4;

    // Room for the closing brackets and the names of what was left out.
    private const int TailBytes = 160;

    private static readonly (int Text, int Items)[] Shortenings = [(int.MaxValue, int.MaxValue), (1000, 30), (200, 10), (60, 3)];

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly List<string> _omitted = [];
    private readonly int _end;

    private ErrorContext(int tokens)
    {
        _end = (tokens * BytesPerToken) - TailBytes;
        _json = new Utf8JsonWriter(_buffer);
    }

    public static byte[] Write(int tokens, ErrorGroup group, IReadOnlyList<StoredEvent> occurrences, IReadOnlyList<StoredEvent> related)
    {
        using var context = new ErrorContext(tokens);
        context.WriteAll(tokens, group, occurrences, related);
        context._json.Flush();
        return context._buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();

    private void WriteAll(int tokens, ErrorGroup group, IReadOnlyList<StoredEvent> occurrences, IReadOnlyList<StoredEvent> related)
    {
        _json.WriteStartObject();
        _json.WriteNumber("token_budget"u8, tokens);
        Add("error_group", JsonSerializer.SerializeToElement(ErrorGroupBrief.Of(group), ApiJson.Default.ErrorGroupBrief));
        if (occurrences is [var latest, ..])
        {
            using var document = JsonDocument.Parse(latest.Event.Context);
            var members = document.RootElement.EnumerateObject().OrderByDescending(static member => member.Name == "exception").ToList();
            Add("message", JsonSerializer.SerializeToElement(latest.Event.Message, ApiJson.Default.String));
            foreach (var member in members)
            {
                Add("context." + member.Name, member.Value);
            }
        }

        AddLines("related_logs", related.Select(static log => $"{log.Event.OccurredAt.UtcDateTime:O} {log.Event.Level ?? "log"}: {log.Event.Message}"));
        AddLines("occurrences", occurrences.Select(static item => $"{item.Event.OccurredAt.UtcDateTime:O} {item.Event.Environment} {item.Event.Release} {item.Id}"));
        _json.WriteBoolean("truncated"u8, _omitted.Count > 0);
        WriteOmitted();
        _json.WriteEndObject();
    }

    private void AddLines(string name, IEnumerable<string> lines)
    {
        var array = JsonSerializer.SerializeToElement(lines.ToArray(), ApiJson.Default.StringArray);
        if (array.GetArrayLength() > 0)
        {
            Add(name, array);
        }
    }

    private void Add(string name, JsonElement value)
    {
        _json.Flush();
        foreach (var (text, items) in Shortenings)
        {
            var part = ShortJson.Write(value, text, items);
            if (_buffer.WrittenCount + part.Length + (6 * name.Length) + 4 <= _end)
            {
                _json.WritePropertyName(name);
                _json.WriteRawValue(part, skipInputValidation: true);
                if (text != int.MaxValue && part.Length < ShortJson.Write(value, int.MaxValue, int.MaxValue).Length)
                {
                    _omitted.Add(name);
                }

                return;
            }
        }

        _omitted.Add(name);
    }

    // What was shortened or left out, as far as there is room to say it.
    private void WriteOmitted()
    {
        _json.WriteStartArray("shortened"u8);
        _json.Flush();
        var left = TailBytes - 60;
        foreach (var name in _omitted.TakeWhile(name => (left -= (6 * name.Length) + 3) > 0))
        {
            _json.WriteStringValue(name);
        }

        _json.WriteEndArray();
    }
}
