using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>
/// Copies members and values in one pass: of a repeated key the last is written, copies under normal names are added,
/// hardware ids left out, secrets redacted. Everything else keeps the bytes it was sent in.
/// </summary>
internal sealed class ContextCopy(Utf8JsonWriter json, NameScope names, RedactionRules rules)
{
    private CopyBudget budget;

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
            var hash = names.At(place++);
            if (!names.Holds(place, end, hash))
            {
                WriteMember(NameScope.Name(member), member.Value, start);
            }
        }

        return place;
    }

    /// <summary>Writes one member and, unless the object has it already, its copy under the normal name.</summary>
    public void WriteMember(ReadOnlySpan<byte> name, JsonElement value, int start)
    {
        if (HardwareId.Matches(name))
        {
            return;
        }

        if (KeyName.IsNormal(name))
        {
            if (!IsServerOwned(name))
            {
                WriteNamed(name, value, start);
            }

            return;
        }

        var text = KeyName.Normalise(Encoding.UTF8.GetString(name));
        var normal = Encoding.UTF8.GetBytes(text);
        if (IsServerOwned(normal))
        {
            return;
        }

        WriteNamed(name, value, start);
        var hash = NameScope.Hash(normal);
        if (!names.Holds(start, names.Count, hash) && budget.TryTake(text, value))
        {
            names.Push(hash);
            WriteNamed(normal, value, start);
        }
    }

    /// <summary>The evidence object at the top is the server's to give, and it can be derived from the event.</summary>
    private bool IsServerOwned(ReadOnlySpan<byte> normalName) =>
        json.CurrentDepth == 1 && normalName.SequenceEqual("telemetry_evidence"u8);

    private void WriteNamed(ReadOnlySpan<byte> name, JsonElement value, int start)
    {
        if (Redactor.MayHoldSecret(name))
        {
            if (!TryWriteRedactedName(name, start))
            {
                return;
            }
        }
        else
        {
            json.WritePropertyName(name);
        }

        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array && SensitiveKey.Matches(name, rules))
        {
            json.WriteStringValue(Redactor.Mark);
        }
        else
        {
            WriteValue(value);
        }
    }

    /// <summary>Two secrets can leave the same name; an object keeps one of them.</summary>
    private bool TryWriteRedactedName(ReadOnlySpan<byte> name, int start)
    {
        var sent = Encoding.UTF8.GetString(name);
        var redacted = Redactor.Redact(sent);
        if (!ReferenceEquals(sent, redacted))
        {
            var hash = NameScope.Hash(Encoding.UTF8.GetBytes(redacted));
            if (names.Holds(start, names.Count, hash))
            {
                return false;
            }

            names.Push(hash);
        }

        json.WritePropertyName(redacted);
        return true;
    }

    private void WriteValue(JsonElement value)
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
