using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Logister.Functions.Http;

/// <summary>Counts what a document's parts take when they are written, so that it stays below a size.</summary>
internal sealed class ByteBudget(int bytes)
{
    public int Left { get; private set; } = bytes;

    /// <summary>Whether everything so far had room.</summary>
    public bool IsKept { get; private set; } = true;

    /// <summary>Takes the room for a part, if there is enough left.</summary>
    public bool TryTake<T>(T part, JsonTypeInfo<T> type)
    {
        var size = JsonSerializer.SerializeToUtf8Bytes(part, type).Length + 1;
        var fits = size <= Left;
        Left -= fits ? size : 0;
        IsKept &= fits;
        return fits;
    }

    /// <summary>The parts that have room, in their order, up to the first that has none.</summary>
    public IReadOnlyList<T> Take<T>(IEnumerable<T> parts, JsonTypeInfo<T> type) => [.. parts.TakeWhile(part => TryTake(part, type))];
}
