using Azure.Data.Tables;

namespace Logister.Core.Storage;

/// <summary>Bytes too long for one column (64 KiB), spread over several: Body, Body1, Body2 …</summary>
internal static class BinaryColumns
{
    private const int ColumnBytes = 64 << 10;

    /// <summary>Bytes a row can hold this way; a row takes 1 MiB with its names and other columns.</summary>
    public const int MaxBytes = 14 * ColumnBytes;

    public static void Write(TableEntity row, string name, ReadOnlyMemory<byte> bytes)
    {
        for (int part = 0, at = 0; at < bytes.Length || part == 0; part++, at += ColumnBytes)
        {
            row[Column(name, part)] = bytes.Slice(at, Math.Min(ColumnBytes, bytes.Length - at)).ToArray();
        }
    }

    /// <returns>Null when the row has no such column.</returns>
    public static byte[]? Read(TableEntity row, string name)
    {
        if (row.GetBinary(name) is not { } first)
        {
            return null;
        }

        List<byte[]> parts = [first];
        while (row.GetBinary(Column(name, parts.Count)) is { } next)
        {
            parts.Add(next);
        }

        return parts.Count == 1 ? first : [.. parts.SelectMany(static part => part)];
    }

    private static string Column(string name, int part) => part == 0 ? name : name + part;
}
