using System.Text.Json;

namespace Logister.Core.Events;

/// <summary>Looks up text in an event's stored context.</summary>
internal readonly struct ContextFields(ReadOnlyMemory<byte> context)
{
    /// <summary>The text, number or truth at a path of members, or null when there is none or it is blank.</summary>
    public string? Text(params ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(context.Span);
        reader.Read();
        foreach (var name in path)
        {
            if (!TryEnter(ref reader, name))
            {
                return null;
            }
        }

        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static bool TryEnter(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
