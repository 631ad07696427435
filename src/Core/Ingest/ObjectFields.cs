using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>The members of a JSON object under their normal names, in the order sent.</summary>
internal sealed class ObjectFields
{
    private readonly OrderedDictionary<string, ObjectField> _fields;

    private ObjectFields(int capacity) => _fields = new OrderedDictionary<string, ObjectField>(capacity, StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, ObjectField>> All => _fields;

    /// <summary>The value under a normal name; undefined when there is none.</summary>
    public JsonElement this[string name] => _fields.TryGetValue(name, out var field) ? field.Value : default;

    /// <summary>Of an envelope: when two keys have one normal name, the later one counts.</summary>
    public static ObjectFields OfEnvelope(JsonElement envelope)
    {
        var found = new ObjectFields(8);
        foreach (var member in Members(envelope))
        {
            var key = ContextKey.Of(member);
            found._fields[key.NormalName] = new ObjectField(key.Name, member.Value);
        }

        return found;
    }

    /// <summary>Of a context: a key sent in its normal form counts before one that was not, and then the first one sent.</summary>
    public static ObjectFields OfContext(JsonElement context)
    {
        var found = new ObjectFields(32);
        foreach (var member in Members(context))
        {
            var key = ContextKey.Of(member);
            var name = key.NormalName;
            var field = new ObjectField(key.Name, member.Value);
            if (!found._fields.TryAdd(name, field) && (field.SentName == name || found._fields[name].SentName == field.SentName))
            {
                found._fields[name] = field;
            }
        }

        return found;
    }

    public bool Contains(string name) => _fields.ContainsKey(name);

    public bool ContainsAny(IReadOnlySet<string> names)
    {
        foreach (var name in _fields.Keys)
        {
            if (names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default;
}
