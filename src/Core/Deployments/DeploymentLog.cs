using Azure.Data.Tables;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Deployments;

/// <summary>Reads a project's deployments.</summary>
public sealed class DeploymentLog
{
    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;

    internal DeploymentLog(LogisterStorage storage) => _storage = storage;

    /// <summary>Every deployment, the latest first; a storage call for each thousand.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<Deployment>> ReadAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {RowKeys.DeploymentPrefix} and RowKey lt {RowKeys.After(RowKeys.DeploymentPrefix)}");
        var deployments = new List<Deployment>();
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            deployments.AddRange(page.Values.Select(DeploymentRow.Read));
        }

        return [.. deployments.OrderByDescending(static deployment => deployment.DeployedAt).ThenBy(static deployment => deployment.Id)];
    }
}
