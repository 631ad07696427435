using System.Collections.Frozen;

namespace Logister.Core.Privacy;

/// <summary>Keys that identify a device for good. They are removed with their values, not redacted.</summary>
internal static class HardwareId
{
    private const int Shortest = 4;
    private const int Longest = 23;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet.ToFrozenSet(
        [
            "advertisingid", "advertisingidentifier", "androidid", "deviceserial", "hardwareid", "hardwareserial", "imei",
            "meid", "serial", "serialnumber", "subscriberid", "idfa", "idfv", "identifierforvendor",
        ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the letters and digits of a key, in lower case, name a hardware id.</summary>
    public static bool Matches(ReadOnlySpan<byte> name)
    {
        if (name.Length < Shortest)
        {
            return false;
        }

        Span<char> reduced = stackalloc char[Longest];
        var length = 0;
        foreach (var code in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)code))
            {
                continue;
            }

            if (length == Longest)
            {
                return false;
            }

            reduced[length++] = char.ToLowerInvariant((char)code);
        }

        return Names.Contains(reduced[..length]);
    }
}
