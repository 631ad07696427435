using Azure.Data.Tables;

namespace Logister.Core.Commit;

/// <summary>One row of a planned transaction.</summary>
/// <param name="Kind">What its refusal means.</param>
/// <param name="Action">What storage is asked to do.</param>
/// <param name="Events">The events, by index, that are behind it.</param>
internal sealed record PlannedRow(RowKind Kind, TableTransactionAction Action, IReadOnlyList<int> Events)
{
    /// <summary>For state: remembers the new version once it is committed.</summary>
    public Action<Azure.ETag>? Learn { get; init; }

    /// <summary>For state: forgets the version that turned out to be old.</summary>
    public Action? Forget { get; init; }
}
