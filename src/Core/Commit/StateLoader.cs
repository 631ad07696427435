using Azure.Data.Tables;
using Logister.Core.Deployments;
using Logister.Core.Errors;
using Logister.Core.Metrics;
using Logister.Core.Monitors;
using Logister.Core.Storage;

namespace Logister.Core.Commit;

/// <summary>Reads the rows a segment will change and its lane does not know; point reads, all at once.</summary>
internal sealed class StateLoader(Guid projectId, StorageTable telemetry)
{
    public async Task LoadAsync(SegmentContent content, ProjectState state, CancellationToken cancellation)
    {
        var live = content.Live.Select(static item => item.Event).ToList();
        var groups = live.Where(static value => value.Error is not null).Select(value => ErrorOccurrence.GroupOf(projectId, value.Error!));
        var monitors = live.Where(static value => value.CheckIn is not null)
            .Select(value => CheckInArrival.MonitorOf(projectId, value.CheckIn!.Slug, value.Environment));
        var deployments = live.Where(static value => value.Deployment is not null)
            .Select(value => DeploymentWitness.IdOf(projectId, value.Deployment!.Repository, value.Environment, value.Release));
        var hours = live.Select(static value => HourlyRollup.HourOf(value.OccurredAt));
        await Task.WhenAll(
            LearnAsync(state.Head, [projectId], static _ => RowKeys.CommitHead, CommitHeadRow.Read, cancellation),
            LearnAsync(state.Groups, groups, RowKeys.Group, ErrorGroupRow.Read, cancellation),
            LearnAsync(state.Monitors, monitors, RowKeys.Monitor, CheckInMonitorRow.Read, cancellation),
            LearnAsync(state.Deployments, deployments, RowKeys.Deployment, DeploymentRow.Read, cancellation),
            LearnAsync(state.Rollups, hours, RowKeys.Rollup, HourlyRollupRow.Read, cancellation));
    }

    private async Task LearnAsync<TKey, T>(
        StateRows<TKey, T> rows, IEnumerable<TKey> keys, Func<TKey, string> rowKey, Func<TableEntity, T> read, CancellationToken cancellation)
        where TKey : notnull
        where T : class
    {
        var unknown = keys.Distinct().Where(key => !rows.Knows(key)).ToList();
        var found = await Task.WhenAll(unknown.Select(key => telemetry.FindAsync(RowKeys.Partition(projectId), rowKey(key), cancellation)));
        for (var at = 0; at < unknown.Count; at++)
        {
            rows.Learn(unknown[at], found[at] is { } row ? new Versioned<T>(read(row), row.ETag) : null);
        }
    }
}
