using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Errors;

/// <summary>Writes what people decide about error groups, against commit lanes that count occurrences meanwhile.</summary>
/// <remarks>
/// One row changes in one call, so there is nothing to be cut off between. A lane that knew the version before meets a
/// conflict with its next occurrence, reads the decision, and counts on top of it.
/// </remarks>
public sealed class ErrorGroupTriage
{
    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;

    internal ErrorGroupTriage(LogisterStorage storage, TimeProvider time) => (_storage, _time) = (storage, time);

    /// <summary>Resolves, ignores, archives or reopens a group.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The group's id.</param>
    /// <param name="to">The state it shall be in.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The group as it is now; null when there is none.</returns>
    public Task<ErrorGroup?> MoveAsync(ProjectScope project, Guid id, ErrorGroupStatus to, CancellationToken cancellation) =>
        ChangeAsync(project, id, group => ErrorGroupWorkflow.Move(group, to, _time.GetUtcNow()), cancellation);

    /// <summary>Puts a group into somebody's hands.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The group's id.</param>
    /// <param name="to">Somebody who may see the project; <see cref="AccessTokens.FindAssigneeAsync"/> tells.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The group as it is now; null when there is none.</returns>
    public Task<ErrorGroup?> AssignAsync(ProjectScope project, Guid id, Assignee to, CancellationToken cancellation) =>
        ChangeAsync(project, id, group => ErrorGroupWorkflow.Assign(group, to, _time.GetUtcNow()), cancellation);

    /// <summary>Takes a group out of somebody's hands.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The group's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The group as it is now; null when there is none.</returns>
    public Task<ErrorGroup?> UnassignAsync(ProjectScope project, Guid id, CancellationToken cancellation) =>
        ChangeAsync(project, id, ErrorGroupWorkflow.Unassign, cancellation);

    private Task<ErrorGroup?> ChangeAsync(ProjectScope project, Guid id, Func<ErrorGroup, ErrorGroup> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        return _storage.Telemetry.ApplyAsync(
            RowKeys.Partition(project.Id), RowKeys.Group(id), ErrorGroupRow.Read, change, group => ErrorGroupRow.Write(project.Id, group), cancellation);
    }
}
