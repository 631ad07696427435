using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>
/// The keys of the objects being written, as a stack. Their hashes are searched by vectors; who constructs two keys
/// with one hash loses one of them in an event of their own.
/// </summary>
internal sealed class NameScope
{
    private ulong[] _hashes = new ulong[64];
    private ContextKey[] _keys = new ContextKey[64];

    /// <summary>How many keys are on the stack; the place of the next one.</summary>
    public int Count { get; private set; }

    public void Push(ContextKey key)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * Count);
            Array.Resize(ref _keys, 2 * Count);
        }

        _hashes[Count] = key.Hash;
        _keys[Count] = key;
        Count++;
    }

    /// <summary>Pushes the keys of an object's members in the order sent.</summary>
    /// <returns>The place of the first.</returns>
    public int PushAll(JsonElement value)
    {
        var start = Count;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Push(ContextKey.Of(member));
            }
        }

        return start;
    }

    public void PopTo(int count) => Count = count;

    public ContextKey At(int place) => _keys[place];

    /// <summary>Whether a key stands among those from one place up to another.</summary>
    public bool Holds(int start, int end, ContextKey key) => _hashes.AsSpan(start..end).Contains(key.Hash);
}
