using Logister.Core.Events;

namespace Logister.Core.Ingest;

/// <summary>What became of one envelope of a batch.</summary>
/// <param name="Type">What it was taken for; only spans are told apart when it is invalid.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Duplicate">Whether it repeats an earlier one, of this batch or before.</param>
/// <param name="Errors">Why it cannot be stored; empty when it can.</param>
public sealed record BatchItem(EventType Type, Guid Id, bool Duplicate, IReadOnlyList<string> Errors);
