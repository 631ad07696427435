using Logister.Core.Projects;

namespace Logister.Functions.Projects;

/// <summary>A project as somebody wants it. What is left out or null stays as it is.</summary>
internal sealed record ProjectInput(string? Name, string? Description, IReadOnlyList<string>? RedactedKeys, bool? AllowEmail)
{
    public ProjectChange ToChange() => new() { Name = Name, Description = Description, RedactedKeys = RedactedKeys, AllowEmail = AllowEmail };
}
