using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Projects;

/// <summary>All projects but those marked for deletion, read in one query and believed for as long as the registry's cache believes anything.</summary>
internal sealed class ProjectDirectory(LogisterStorage storage, RegistryCache cache)
{
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<Project>> AllAsync(CancellationToken cancellation) =>
        await cache.GetAsync(RegistryRows.Projects, async () =>
        {
            var projects = new List<Project>();
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RegistryRows.Projects} and RowKey lt {RegistryRows.SlugPrefix}");
            await foreach (var page in storage.Registry.PagesAsync(filter, PageSize, cancellation: cancellation))
            {
                projects.AddRange(page.Values.Select(RegistryRows.ReadProject).Where(static project => project.DeletedAt is null));
            }

            return projects;
        }) ?? [];

    public async Task<Project?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(project => project.Id == id);
}
