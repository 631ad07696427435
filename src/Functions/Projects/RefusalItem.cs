namespace Logister.Functions.Projects;

/// <summary>A refused request in the read API.</summary>
internal sealed record RefusalItem(DateTimeOffset At, string Reason, string Endpoint, Guid? TokenUuid, string? Detail);
