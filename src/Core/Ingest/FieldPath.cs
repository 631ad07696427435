using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Finds values by dotted paths of normal names.</summary>
internal static class FieldPath
{
    /// <summary>The first of several paths at which something is said; undefined when there is none.</summary>
    public static JsonElement First(EnvelopeFields fields, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (At(fields, path) is var value && !value.IsBlank())
            {
                return value;
            }
        }

        return default;
    }

    private static JsonElement At(EnvelopeFields fields, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return fields[path];
        }

        var value = fields[path[..dot]];
        foreach (var name in path[(dot + 1)..].Split('.'))
        {
            value = Member(value, name);
        }

        return value;
    }

    private static JsonElement Member(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object || value.TryGetProperty(name, out var found))
        {
            return value.At(name);
        }

        foreach (var member in value.EnumerateObject())
        {
            if (KeyName.Normalise(member.Name) == name)
            {
                return member.Value;
            }
        }

        return default;
    }
}
