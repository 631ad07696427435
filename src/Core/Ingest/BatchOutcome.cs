namespace Logister.Core.Ingest;

/// <summary>What became of a batch: all of it is durable, or nothing of it was stored.</summary>
/// <param name="Items">The envelopes, in their order.</param>
public sealed record BatchOutcome(IReadOnlyList<BatchItem> Items)
{
    /// <summary>Whether every envelope was valid, so that all are durable.</summary>
    public bool Accepted => Items.All(static item => item.Errors.Count == 0);
}
