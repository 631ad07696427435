namespace Logister.Core.Errors;

/// <summary>Who looks after an error group: the holder of an access token.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="Name">The token's name when the group was assigned.</param>
public sealed record Assignee(Guid Id, string Name);
