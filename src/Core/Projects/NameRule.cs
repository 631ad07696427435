using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>What a project or a token may be called.</summary>
internal static class NameRule
{
    private const int MaxLength = 100;

    /// <returns>What is wrong with the name, as a sentence, or nothing.</returns>
    public static IEnumerable<string> Errors(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return "Name can't be blank";
        }
        else if (name.Trim().Length > MaxLength)
        {
            yield return $"Name is too long (maximum is {MaxLength} characters)";
        }
    }

    /// <summary>A name that passes, as it is kept.</summary>
    /// <exception cref="InvalidChangeException">It does not pass.</exception>
    public static string Demand(string? name) =>
        Errors(name).ToList() is { Count: > 0 } errors ? throw new InvalidChangeException(errors) : Tidy(name!);

    public static string Tidy(string name) => Text.Cut(name.Trim(), MaxLength);
}
