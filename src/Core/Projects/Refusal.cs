namespace Logister.Core.Projects;

/// <summary>A request that was refused: why, never what was in it.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">The reason's code, such as <c>invalid_event</c>.</param>
/// <param name="Endpoint">What it was sent to, such as <c>check_ins</c>.</param>
/// <param name="TokenId">Which token sent it; null when it was the token that was refused.</param>
/// <param name="Detail">The reason in words of our own; null when the code says it all.</param>
public sealed record Refusal(DateTimeOffset At, string Reason, string Endpoint, Guid? TokenId, string? Detail);
