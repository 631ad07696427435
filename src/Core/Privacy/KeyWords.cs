namespace Logister.Core.Privacy;

/// <summary>Walks the words of a key: split at case changes and at every ASCII character that is neither letter nor digit.</summary>
/// <param name="name">The key in UTF-8.</param>
internal ref struct KeyWords(ReadOnlySpan<byte> name)
{
    private readonly ReadOnlySpan<byte> _name = name;
    private int _position;

    public ReadOnlySpan<byte> Current { get; private set; }

    public bool MoveNext()
    {
        while (_position < _name.Length && !IsInWord(_name[_position]))
        {
            _position++;
        }

        var start = _position;
        while (_position < _name.Length && IsInWord(_name[_position]) && (_position == start || !StartsWord(_position)))
        {
            _position++;
        }

        Current = _name[start.._position];
        return _position > start;
    }

    private static bool IsInWord(byte code) => char.IsAsciiLetterOrDigit((char)code) || code >= 0x80;

    private readonly bool StartsWord(int index)
    {
        if (!char.IsAsciiLetterUpper((char)_name[index]))
        {
            return false;
        }

        return !char.IsAsciiLetterUpper((char)_name[index - 1])
            || (index + 1 < _name.Length && char.IsAsciiLetterLower((char)_name[index + 1]));
    }
}
