using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Commit;

/// <summary>
/// A project's <see cref="CommitHead"/> as a row of the table <c>telemetry</c>. Every commit moves it and names the
/// version it saw, so that no two commits take the same place, whichever instances they run on.
/// </summary>
internal static class CommitHeadRow
{
    public static TableEntity Write(Guid projectId, CommitHead head) =>
        new(RowKeys.Partition(projectId), RowKeys.CommitHead) { [nameof(CommitHead.Sequence)] = head.Sequence };

    public static CommitHead Read(TableEntity row) => new(row.GetInt64(nameof(CommitHead.Sequence)).GetValueOrDefault());
}
