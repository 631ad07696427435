namespace Logister.Core.Events;

/// <summary>What a check-in says of its job.</summary>
/// <param name="Slug">The job's name, trimmed, never blank.</param>
/// <param name="Status">The status as sent, trimmed; <c>ok</c> when none was sent.</param>
/// <param name="ExpectedIntervalSeconds">Seconds from one run to the next, 1 or more; 300 when none was sent.</param>
/// <param name="GraceSeconds">Seconds a run may be late, 0 or more; null for the default of the interval.</param>
public sealed record CheckInDetails(string Slug, string Status, long ExpectedIntervalSeconds, long? GraceSeconds);
