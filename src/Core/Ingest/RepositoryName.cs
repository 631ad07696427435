namespace Logister.Core.Ingest;

/// <summary>The full name of a repository, <c>owner/repository</c>, out of the forms it is sent in.</summary>
internal static class RepositoryName
{
    private static readonly string[] Prefixes =
        ["https://github.com/", "http://github.com/", "ssh://git@github.com/", "git@github.com:", "github.com/"];

    public static string Normalise(string sent)
    {
        var name = sent.AsSpan().Trim();
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                name = name[prefix.Length..];
                break;
            }
        }

        name = name.TrimStart('/').TrimEnd('/');
        if (name.EndsWith(".git", StringComparison.Ordinal))
        {
            name = name[..^4];
        }

        var segments = name.ToString().Split('/', 3);
        return segments.Length < 3 ? name.ToString() : $"{segments[0]}/{segments[1]}";
    }

    /// <summary>Whether a normalised name has an owner and a repository of letters, digits, dots, dashes and underscores.</summary>
    public static bool IsFullName(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsSegment(name.AsSpan(0, slash)) && IsSegment(name.AsSpan(slash + 1));
    }

    private static bool IsSegment(ReadOnlySpan<char> segment)
    {
        foreach (var letter in segment)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return !segment.IsEmpty;
    }
}
