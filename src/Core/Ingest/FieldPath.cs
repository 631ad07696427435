using System.Collections.Frozen;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Where a value may stand: normal names from the outside in.</summary>
internal sealed class FieldPath
{
    private readonly string _root;
    private readonly string[] _members;

    private FieldPath(string dotted)
    {
        var names = dotted.Split('.');
        _root = names[0];
        _members = names[1..];
    }

    /// <summary>Reads paths such as <c>github.release.tag_name</c>.</summary>
    public static FieldPath[] Of(params string[] dotted) => [.. dotted.Select(path => new FieldPath(path))];

    /// <summary>The names any of the paths begins with.</summary>
    public static FrozenSet<string> Roots(IEnumerable<FieldPath> paths) => paths.Select(path => path._root).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first of several paths at which something is said; undefined when there is none.</summary>
    public static JsonElement First(EnvelopeFields fields, FieldPath[] paths)
    {
        foreach (var path in paths)
        {
            if (path.In(fields) is var value && !value.IsBlank())
            {
                return value;
            }
        }

        return default;
    }

    private JsonElement In(EnvelopeFields fields)
    {
        var value = fields[_root];
        foreach (var name in _members)
        {
            value = Member(value, name);
        }

        return value;
    }

    private static JsonElement Member(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        if (value.TryGetProperty(name, out var found))
        {
            return found;
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
