namespace Logister.Core.Commit;

/// <summary>How many segments of a project were committed so far; the last one's place in the order of commits.</summary>
internal sealed record CommitHead(long Sequence);
