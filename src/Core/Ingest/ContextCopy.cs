using System.Runtime.InteropServices;
using System.Text.Json;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>
/// Copies members and values in one pass: of a repeated key the last is written, copies under normal names are added,
/// hardware ids left out, secrets redacted. Everything else keeps the bytes it was sent in.
/// </summary>
internal sealed class ContextCopy(Utf8JsonWriter json, NameScope names, RedactionRules rules, CopyBudget budget)
{
    /// <summary>The evidence object at the top is the server's to give, and it can be derived from the event.</summary>
    private const string ServerOwned = "telemetry_evidence";

    private CopyBudget _budget = budget;

    /// <summary>Writes the members of an object.</summary>
    /// <param name="value">The object; anything else has no members.</param>
    /// <param name="start">Where the names of the object being written begin.</param>
    /// <param name="end">Where they end.</param>
    /// <returns>The place of the first name after those of the value.</returns>
    public int WriteMembers(JsonElement value, int start, int end)
    {
        var place = start;
        if (value.ValueKind != JsonValueKind.Object)
        {
            return place;
        }

        foreach (var member in value.EnumerateObject())
        {
            var key = names.At(place++);
            if (!names.Holds(place, end, key))
            {
                WriteMember(key, member.Value, start);
            }
        }

        return place;
    }

    /// <summary>Writes one member and, unless the object has it already, its copy under the normal name.</summary>
    public void WriteMember(ContextKey key, JsonElement value, int start)
    {
        if (key.IsHardwareId || (json.CurrentDepth == 1 && key.NormalName == ServerOwned))
        {
            return;
        }

        if (!ReferenceEquals(key.RedactedName, key.Name))
        {
            // Two secrets can leave the same name; an object keeps one of them.
            key = ContextKey.Of(key.RedactedName);
            if (names.Holds(start, names.Count, key))
            {
                return;
            }

            names.Push(key);
        }

        WriteNamed(key, value);
        AddCopy(key, value, start);
    }

    private void AddCopy(ContextKey key, JsonElement value, int start)
    {
        // A name that was redacted is no name anybody looks for.
        if (ReferenceEquals(key.NormalName, key.Name) || key.Name.Contains(Redactor.Mark, StringComparison.Ordinal))
        {
            return;
        }

        var copy = ContextKey.Of(key.NormalName);
        if (!names.Holds(start, names.Count, copy) && _budget.TryTake(copy.Name, value))
        {
            names.Push(copy);
            WriteNamed(copy, value);
        }
    }

    private void WriteNamed(ContextKey key, JsonElement value)
    {
        json.WritePropertyName(key.Encoded);
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array && key.IsSecret(rules))
        {
            json.WriteStringValue(Redactor.Mark);
        }
        else
        {
            WriteValue(value);
        }
    }

    /// <summary>Writes a value with all it holds.</summary>
    public void WriteValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                var start = names.PushAll(value);
                WriteMembers(value, start, names.Count);
                names.PopTo(start);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    WriteValue(element);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String when Redactor.MayHoldSecret(JsonMarshal.GetRawUtf8Value(value)):
                json.WriteStringValue(Redactor.Redact(value.GetString() ?? string.Empty));
                break;
            default:
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
                break;
        }
    }
}
