using System.Buffers;
using System.Text.Json;
using Logister.Core.Projects;

namespace Logister.Core.Ingest;

/// <summary>
/// Makes an envelope say what its mobile token is bound to, before anything else reads it: an app in a stranger's hands
/// can be made to claim anything, and what it claims beyond its binding is refused.
/// </summary>
internal static class MobileEnvelope
{
    private const int LongestQuote = 200;

    /// <param name="envelope">The envelope as sent.</param>
    /// <param name="type">The wire name of what it is; null to read it from the envelope.</param>
    /// <param name="binding">The token's binding.</param>
    /// <returns>The envelope with the bound values in its context.</returns>
    /// <exception cref="MobileScopeException">The token may not send this type.</exception>
    /// <exception cref="MobileConflictException">The envelope says something else than the binding.</exception>
    public static ReadOnlyMemory<byte> Bind(JsonElement envelope, string? type, MobileBinding binding)
    {
        var fields = new EnvelopeFields(envelope);
        type ??= KeyName.Normalise((fields.Top["event_type"].Text() ?? string.Empty).Trim());
        if (!binding.AllowedEventTypes.Contains(type, StringComparer.Ordinal))
        {
            throw new MobileScopeException();
        }

        var conflicts = binding.BoundValues
            .Where(bound => !fields[bound.Key].IsBlank() && Sent(fields, bound.Key) != bound.Value)
            .Select(bound => $"{bound.Key} must match the mobile ingest token binding (got {Quote(Sent(fields, bound.Key))}, expected {Quote(bound.Value)})")
            .ToList();
        return conflicts.Count > 0 ? throw new MobileConflictException(conflicts) : Write(envelope, fields, binding);
    }

    private static string Sent(EnvelopeFields fields, string key) => fields[key].Text()?.Trim() ?? fields[key].GetRawText();

    private static string Quote(string text) =>
        $"\"{text.Truncate(LongestQuote).Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static ReadOnlyMemory<byte> Write(JsonElement envelope, EnvelopeFields fields, MobileBinding binding)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in envelope.EnumerateObject())
            {
                if (KeyName.Normalise(member.Name) != "context")
                {
                    member.WriteTo(json);
                }
            }

            WriteContext(json, fields.ContextRoot, binding);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteContext(Utf8JsonWriter json, JsonElement context, MobileBinding binding)
    {
        json.WriteStartObject("context");
        if (context.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in context.EnumerateObject())
            {
                member.WriteTo(json);
            }
        }

        // Of a repeated key the last counts, so these replace what was blank.
        foreach (var (key, value) in binding.BoundValues)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
