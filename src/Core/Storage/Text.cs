namespace Logister.Core.Storage;

/// <summary>Client text on its way into a column that people read in lists.</summary>
internal static class Text
{
    /// <summary>At most so many UTF-16 units, never half a surrogate pair, control characters as blanks.</summary>
    public static string Cut(string text, int max)
    {
        var length = Math.Min(text.Length, max);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return text.AsSpan(0, length).ContainsAnyInRange('\0', '\u001f')
            ? string.Create(length, text, static (to, from) =>
            {
                for (var at = 0; at < to.Length; at++)
                {
                    to[at] = char.IsControl(from[at]) ? ' ' : from[at];
                }
            })
            : text[..length];
    }

    public static string FirstLine(string text, int max)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAny('\r', '\n');
        return Cut((end < 0 ? trimmed : trimmed[..end]).TrimEnd().ToString(), max);
    }
}
