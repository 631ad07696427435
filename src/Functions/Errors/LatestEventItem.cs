namespace Logister.Functions.Errors;

/// <summary>The event that last touched something: enough to open it.</summary>
internal sealed record LatestEventItem(Guid Uuid, DateTimeOffset OccurredAt);
