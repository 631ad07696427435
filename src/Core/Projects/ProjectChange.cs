using Logister.Core.Privacy;

namespace Logister.Core.Projects;

/// <summary>What somebody wants a project to be like. What is null stays as it is.</summary>
public sealed record ProjectChange
{
    private const int MaxDescription = 500;
    private const int MaxKeys = 100;
    private const int MaxKeyLength = 100;

    /// <summary>The name people see, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>A sentence about it, up to 500 characters; blank for none.</summary>
    public string? Description { get; init; }

    /// <summary>All keys whose values are redacted besides the fixed ones: up to 100, each of 1 to 100 characters with a letter or digit.</summary>
    public IReadOnlyList<string>? RedactedKeys { get; init; }

    /// <summary>Whether values under <c>email</c> are kept.</summary>
    public bool? AllowEmail { get; init; }

    /// <summary>The project after the change.</summary>
    /// <exception cref="InvalidChangeException">Something wanted is not possible.</exception>
    internal Project Apply(Project project, DateTimeOffset now)
    {
        if (Errors().ToList() is { Count: > 0 } errors)
        {
            throw new InvalidChangeException(errors);
        }

        return project with
        {
            Name = Name is null ? project.Name : NameRule.Tidy(Name),
            Description = Description is null ? project.Description : Blank(Description.Trim()),
            RedactedKeys = RedactedKeys is null ? project.RedactedKeys : [.. RedactedKeys.Select(static key => key.Trim()).Distinct(StringComparer.Ordinal)],
            AllowEmail = AllowEmail ?? project.AllowEmail,
            UpdatedAt = now,
        };
    }

    private IEnumerable<string> Errors()
    {
        foreach (var error in Name is null ? [] : NameRule.Errors(Name))
        {
            yield return error;
        }

        if (Description?.Trim().Length > MaxDescription)
        {
            yield return $"Description is too long (maximum is {MaxDescription} characters)";
        }

        if (RedactedKeys?.Count > MaxKeys)
        {
            yield return $"Redacted keys are too many (maximum is {MaxKeys})";
        }
        else if (RedactedKeys?.All(IsKey) == false)
        {
            yield return $"Redacted keys must each have 1 to {MaxKeyLength} characters and a letter or digit";
        }
    }

    private static bool IsKey(string? key) =>
        key?.Trim() is { Length: > 0 and <= MaxKeyLength } text && !text.Any(char.IsControl) && SensitiveKey.Words(text).Length > 0;

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
