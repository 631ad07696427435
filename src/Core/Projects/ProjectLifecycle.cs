using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>Creates projects and changes what they are, for those who manage them.</summary>
/// <remarks>
/// A project and the claim on its slug are inserted in one transaction, so no two projects ever share a slug. Archiving
/// closes the project before it revokes the tokens, and restoring revokes whatever is left before it opens the project:
/// cut off in between, either can be repeated, and no token outlives an archiving. Deleting marks the project, which
/// closes it and all its tokens by that, and then frees the slug; cut off in between, the slug stays taken until the
/// housekeeping removes the project's rows.
/// </remarks>
public sealed class ProjectLifecycle
{
    private readonly LogisterStorage _storage;
    private readonly RegistryCache _cache;
    private readonly ProjectTokens _tokens;
    private readonly TimeProvider _time;

    internal ProjectLifecycle(LogisterStorage storage, RegistryCache cache, ProjectTokens tokens, TimeProvider time) =>
        (_storage, _cache, _tokens, _time) = (storage, cache, tokens, time);

    /// <summary>Creates a project. Its slug comes from the name, with a number when another has it, and stays when the name changes.</summary>
    /// <param name="wanted">What it shall be like; a name is needed.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="InvalidChangeException">Something wanted is not possible.</exception>
    public async Task<Project> CreateAsync(ProjectChange wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var now = _time.GetUtcNow();
        var blank = new Project { Id = Guid.NewGuid(), Name = string.Empty, Slug = string.Empty, CreatedAt = now, UpdatedAt = now };
        var project = (wanted with { Name = wanted.Name ?? string.Empty }).Apply(blank, now);
        for (var attempt = 1; ; attempt++)
        {
            project = project with { Slug = ProjectSlug.Of(project.Name, attempt) };
            if (await TryInsertAsync(project, cancellation))
            {
                _cache.Forget(RegistryRows.Projects);
                return project;
            }
        }
    }

    /// <summary>Renames or describes a project, or sets what it redacts.</summary>
    /// <param name="project">The project.</param>
    /// <param name="wanted">What it shall be like.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The project; null when it is gone.</returns>
    /// <exception cref="InvalidChangeException">Something wanted is not possible.</exception>
    public Task<Project?> ChangeAsync(ProjectScope project, ProjectChange wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return ChangeAsync(project, before => wanted.Apply(before, _time.GetUtcNow()), cancellation);
    }

    /// <summary>Puts a project away: it takes no more events, its tokens are revoked for good, its data stays readable.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The project; null when it is gone.</returns>
    public async Task<Project?> ArchiveAsync(ProjectScope project, CancellationToken cancellation)
    {
        var archived = await ChangeAsync(project, Archived, cancellation);
        await _tokens.RevokeAllAsync(project, cancellation);
        return archived;
    }

    /// <summary>Takes a project back into use. It needs new tokens.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The project; null when it is gone.</returns>
    public async Task<Project?> RestoreAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Project.ArchivedAt is not null)
        {
            await _tokens.RevokeAllAsync(project, cancellation);
        }

        return await ChangeAsync(project, Restored, cancellation);
    }

    /// <summary>Marks a project for deletion: it is hidden and its tokens are dead from now on, and there is no way back.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task DeleteAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        await ChangeAsync(project, before => before with { DeletedAt = _time.GetUtcNow() }, cancellation);
        await _storage.Registry.DeleteAsync(RegistryRows.Projects, RegistryRows.SlugKey(project.Project.Slug), cancellation);
    }

    private async Task<bool> TryInsertAsync(Project project, CancellationToken cancellation)
    {
        try
        {
            await _storage.Registry.SubmitAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Add, RegistryRows.Write(project)),
                    new TableTransactionAction(TableTransactionActionType.Add, RegistryRows.WriteSlug(project)),
                ],
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    private async Task<Project?> ChangeAsync(ProjectScope project, Func<Project, Project> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var changed = await _storage.Registry.ApplyAsync(
            RegistryRows.Projects,
            RegistryRows.ProjectKey(project.Id),
            RegistryRows.ReadProject,
            before => before.DeletedAt is null ? change(before) : before,
            RegistryRows.Write,
            cancellation);
        _cache.Forget(RegistryRows.Projects);
        return changed is { DeletedAt: null } ? changed : null;
    }

    private Project Archived(Project project)
    {
        var now = _time.GetUtcNow();
        return project.ArchivedAt is null ? project with { ArchivedAt = now, UpdatedAt = now } : project;
    }

    private Project Restored(Project project) =>
        project.ArchivedAt is null ? project : project with { ArchivedAt = null, UpdatedAt = _time.GetUtcNow() };
}
