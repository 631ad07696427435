namespace Logister.Core.Privacy;

/// <summary>Walks the words of a key: split at case changes and at every ASCII character that is neither letter nor digit.</summary>
/// <param name="name">The key in UTF-8.</param>
internal ref struct KeyWords(ReadOnlySpan<byte> name)
{
    private readonly ReadOnlySpan<byte> name = name;
    private int position;

    public ReadOnlySpan<byte> Current { get; private set; }

    public bool MoveNext()
    {
        while (position < name.Length && !IsInWord(name[position]))
        {
            position++;
        }

        var start = position;
        while (position < name.Length && IsInWord(name[position]) && (position == start || !StartsWord(position)))
        {
            position++;
        }

        Current = name[start..position];
        return position > start;
    }

    private static bool IsInWord(byte code) => char.IsAsciiLetterOrDigit((char)code) || code >= 0x80;

    private readonly bool StartsWord(int index)
    {
        if (!char.IsAsciiLetterUpper((char)name[index]))
        {
            return false;
        }

        return !char.IsAsciiLetterUpper((char)name[index - 1])
            || (index + 1 < name.Length && char.IsAsciiLetterLower((char)name[index + 1]));
    }
}
