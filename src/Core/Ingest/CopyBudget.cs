using System.Runtime.InteropServices;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>
/// How much an event may grow by copies under normal names. A copied object holds copies itself, so that without a
/// bound the growth would double at every level.
/// </summary>
internal struct CopyBudget
{
    /// <summary>Bytes of copied keys and values in one event.</summary>
    public const int Bytes = 64 * 1024;

    /// <summary>Copied keys in one event.</summary>
    public const int Keys = 512;

    private int _bytes;
    private int _keys;

    /// <summary>What one event may grow by.</summary>
    public static CopyBudget Full => new() { _bytes = Bytes, _keys = Keys };

    /// <summary>No copies at all.</summary>
    public static CopyBudget None => default;

    public bool TryTake(string name, JsonElement value)
    {
        var neededBytes = name.Length + JsonMarshal.GetRawUtf8Value(value).Length;
        if (neededBytes > _bytes || _keys == 0)
        {
            return false;
        }

        var neededKeys = 1 + KeysWithin(value);
        if (neededKeys > _keys)
        {
            return false;
        }

        _bytes -= neededBytes;
        _keys -= neededKeys;
        return true;
    }

    private static int KeysWithin(JsonElement value)
    {
        var count = 0;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                count += 1 + KeysWithin(member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
            {
                count += KeysWithin(element);
            }
        }

        return count;
    }
}
