namespace Logister.Core.Projects;

/// <summary>The refused requests of a project.</summary>
/// <param name="Counts">How many there were by reason, in the hours the report covers.</param>
/// <param name="Since">The start of the first of these hours; null when there were none.</param>
/// <param name="Latest">The last few, the newest first.</param>
public sealed record RefusalReport(IReadOnlyDictionary<string, long> Counts, DateTimeOffset? Since, IReadOnlyList<Refusal> Latest);
