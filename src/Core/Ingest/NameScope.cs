using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>
/// The names of the objects being written, as a stack of 64-bit hashes that are searched by vectors. Two names meeting
/// by chance is out of reach; who constructs it loses a key of an event of their own.
/// </summary>
internal sealed class NameScope
{
    private const ulong HashStart = 14695981039346656037;
    private const ulong HashStep = 1099511628211;

    private ulong[] _hashes = new ulong[64];

    /// <summary>How many names are on the stack; the place of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>The name of a member in UTF-8, escapes resolved.</summary>
    public static ReadOnlySpan<byte> Name(JsonProperty member)
    {
        var sent = JsonMarshal.GetRawUtf8PropertyName(member);
        return sent.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(member.Name) : sent;
    }

    public static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = HashStart;
        foreach (var code in name)
        {
            hash = (hash ^ code) * HashStep;
        }

        return hash;
    }

    public void Push(ulong hash)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * Count);
        }

        _hashes[Count++] = hash;
    }

    /// <summary>Pushes the names of an object's members in the order sent.</summary>
    /// <returns>The place of the first.</returns>
    public int PushAll(JsonElement value)
    {
        var start = Count;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Push(Hash(Name(member)));
            }
        }

        return start;
    }

    public void PopTo(int count) => Count = count;

    public ulong At(int place) => _hashes[place];

    /// <summary>Whether a name stands among those from one place up to another.</summary>
    public bool Holds(int start, int end, ulong hash) => _hashes.AsSpan(start..end).Contains(hash);
}
