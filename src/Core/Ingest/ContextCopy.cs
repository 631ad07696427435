using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>
/// Copies members and values in one pass: of a repeated key the last is written, copies under normal names are added,
/// hardware ids left out, secrets redacted. Everything else keeps the bytes it was sent in.
/// </summary>
internal sealed class ContextCopy(Utf8JsonWriter json, NameScope names, RedactionRules rules, CopyBudget budget)
{
    private CopyBudget _budget = budget;

    private static ReadOnlySpan<byte> RedactedMark => "[REDACTED]"u8;

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
        if (HardwareId.Matches(name) || (Redactor.MayHoldSecret(name) && IsRepeatedOnceRedacted(ref name, start)))
        {
            return;
        }

        // A name that was redacted is no name anybody looks for.
        if (KeyName.IsNormal(name) || name.IndexOf(RedactedMark) >= 0)
        {
            if (!IsServerOwned(name))
            {
                WriteNamed(name, value);
            }

            return;
        }

        var text = KeyName.Normalise(Encoding.UTF8.GetString(name));
        var normal = Encoding.UTF8.GetBytes(text);
        if (IsServerOwned(normal))
        {
            return;
        }

        WriteNamed(name, value);
        var hash = NameScope.Hash(normal);
        if (!names.Holds(start, names.Count, hash) && _budget.TryTake(text, value))
        {
            names.Push(hash);
            WriteNamed(normal, value);
        }
    }

    /// <summary>The evidence object at the top is the server's to give, and it can be derived from the event.</summary>
    private bool IsServerOwned(ReadOnlySpan<byte> normalName) =>
        json.CurrentDepth == 1 && normalName.SequenceEqual("telemetry_evidence"u8);

    private void WriteNamed(ReadOnlySpan<byte> name, JsonElement value)
    {
        json.WritePropertyName(name);
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array && SensitiveKey.Matches(name, rules))
        {
            json.WriteStringValue(RedactedMark);
        }
        else
        {
            WriteValue(value);
        }
    }

    /// <summary>Takes the secrets out of a name. Two secrets can leave the same name; an object keeps one of them.</summary>
    private bool IsRepeatedOnceRedacted(ref ReadOnlySpan<byte> name, int start)
    {
        var sent = Encoding.UTF8.GetString(name);
        var redacted = Redactor.Redact(sent);
        if (ReferenceEquals(sent, redacted))
        {
            return false;
        }

        name = Encoding.UTF8.GetBytes(redacted);
        var hash = NameScope.Hash(name);
        var repeated = names.Holds(start, names.Count, hash);
        names.Push(hash);
        return repeated;
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
