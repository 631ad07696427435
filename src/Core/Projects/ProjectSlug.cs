using System.Globalization;

namespace Logister.Core.Projects;

/// <summary>A project's name in addresses, derived from the name it was created with.</summary>
internal static class ProjectSlug
{
    private const int MaxLength = 60;
    private const string Nameless = "project";

    /// <param name="name">The project's name.</param>
    /// <param name="attempt">1 for the plain slug; further attempts carry their number.</param>
    public static string Of(string name, int attempt)
    {
        var slug = Letters(name);
        return attempt == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{attempt}");
    }

    private static string Letters(string name)
    {
        var words = string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'))
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        slug = slug[..Math.Min(slug.Length, MaxLength)].TrimEnd('-');

        // An address takes an id or a slug; one must not look like the other.
        return slug.Length == 0 ? Nameless : Guid.TryParse(slug, out _) ? $"{Nameless}-{slug}" : slug;
    }
}
