using Azure.Data.Tables;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Metrics;

/// <summary>Reads a project's hourly rollups.</summary>
public sealed class Rollups
{
    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;

    internal Rollups(LogisterStorage storage) => _storage = storage;

    /// <summary>The hours in which something happened, the earliest first; a storage call for each thousand hours.</summary>
    /// <param name="project">The project.</param>
    /// <param name="since">The start; its whole hour counts.</param>
    /// <param name="until">The end, exclusive; the hour it lies in counts as a whole.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<HourlyRollup>> ReadAsync(ProjectScope project, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var first = RowKeys.Rollup(HourlyRollup.HourOf(until.AddTicks(-1)));
        var last = RowKeys.Rollup(HourlyRollup.HourOf(since));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {first} and RowKey le {last}");
        var hours = new List<HourlyRollup>();
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            hours.AddRange(page.Values.Select(HourlyRollupRow.Read));
        }

        hours.Reverse();
        return hours;
    }
}
