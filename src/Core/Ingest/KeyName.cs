using System.Text;

namespace Logister.Core.Ingest;

/// <summary>The normal form of keys: snake case, so that <c>traceId</c>, <c>trace-id</c> and <c>TRACE_ID</c> meet.</summary>
internal static class KeyName
{
    public static string Normalise(string name)
    {
        if (!NeedsWork(name))
        {
            return name;
        }

        var normal = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            if (name[index] == ':' && index + 1 < name.Length && name[index + 1] == ':')
            {
                normal.Append('/');
                index++;
                continue;
            }

            if (StartsWord(name, index))
            {
                normal.Append('_');
            }

            normal.Append(name[index] == '-' ? '_' : char.ToLowerInvariant(name[index]));
        }

        return normal.ToString();
    }

    private static bool NeedsWork(string name)
    {
        foreach (var letter in name)
        {
            if (letter is '-' or ':' || (letter is < 'a' or > 'z' && char.ToLowerInvariant(letter) != letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A capital after a small letter or digit, or the last capital of a run that a small letter follows.</summary>
    private static bool StartsWord(string name, int index) =>
        index > 0 && char.IsAsciiLetterUpper(name[index])
        && (char.IsAsciiLetterLower(name[index - 1]) || char.IsAsciiDigit(name[index - 1])
            || (char.IsAsciiLetterUpper(name[index - 1]) && index + 1 < name.Length && char.IsAsciiLetterLower(name[index + 1])));
}
