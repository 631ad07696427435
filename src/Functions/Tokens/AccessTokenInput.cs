using Logister.Core.Projects;

namespace Logister.Functions.Tokens;

/// <summary>An access token as somebody wants it.</summary>
internal sealed record AccessTokenInput(string? Name, string? Role, IReadOnlyList<Guid>? Projects, DateTimeOffset? ExpiresAt)
{
    public AccessTokenRequest ToRequest() => new() { Name = Name, Role = Role, Projects = Projects, ExpiresAt = ExpiresAt };
}
