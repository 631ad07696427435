using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>A field to be written after those of the context: a value as sent, or one of our own.</summary>
internal readonly record struct Addition
{
    private readonly string? _text;
    private readonly long? _number;

    public Addition(string name, JsonElement value) => (Name, Value) = (name, value);

    public Addition(string name, string text) => (Name, _text) = (name, text);

    public Addition(string name, long number) => (Name, _number) = (name, number);

    /// <summary>Its key.</summary>
    public string Name { get; }

    /// <summary>Its value as sent; undefined when it is our own.</summary>
    public JsonElement Value { get; }

    /// <summary>Writes the field when its value is our own, and so needs no redaction.</summary>
    /// <returns><see langword="false"/> when the value was sent.</returns>
    public bool TryWriteOwn(Utf8JsonWriter json)
    {
        if (_text is not null)
        {
            json.WriteString(Name, _text);
        }
        else if (_number is { } whole)
        {
            json.WriteNumber(Name, whole);
        }

        return Value.ValueKind == JsonValueKind.Undefined;
    }
}
