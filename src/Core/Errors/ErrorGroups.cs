using Azure.Data.Tables;
using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Core.Storage;

namespace Logister.Core.Errors;

/// <summary>Reads a project's error groups and their occurrences.</summary>
public sealed class ErrorGroups
{
    private const int PageSize = 1000;

    private readonly LogisterStorage _storage;
    private readonly EventLookup _events;

    internal ErrorGroups(LogisterStorage storage, EventLookup events) => (_storage, _events) = (storage, events);

    /// <summary>
    /// The groups that match, the one last seen first. Groups are few where events are many: a call reads a thousand, and
    /// the status is filtered where they lie.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="query">Which groups.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<ErrorGroup>> ListAsync(ProjectScope project, ErrorGroupQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(query);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {RowKeys.GroupPrefix} and RowKey lt {RowKeys.After(RowKeys.GroupPrefix)}");
        if (query.Status is { } status)
        {
            filter += " and " + TableClient.CreateQueryFilter($"Status eq {status.ToString()}");
        }

        var groups = new List<ErrorGroup>();
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, PageSize, cancellation: cancellation))
        {
            groups.AddRange(page.Values.Select(ErrorGroupRow.Read).Where(query.Matches));
        }

        return [.. groups.OrderByDescending(static group => group.LastSeenAt).ThenByDescending(static group => group.Id)];
    }

    /// <summary>One group; one storage call.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The group's id.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<ErrorGroup?> FindAsync(ProjectScope project, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        return await _storage.Telemetry.FindAsync(RowKeys.Partition(project.Id), RowKeys.Group(id), cancellation) is { } row
            ? ErrorGroupRow.Read(row)
            : null;
    }

    /// <summary>The latest occurrences of a group by the time they happened; one storage call.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The group's id.</param>
    /// <param name="limit">How many at most, 1 to 1000.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<StoredEvent>> LatestAsync(ProjectScope project, Guid id, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var prefix = RowKeys.OccurrencesOf(id);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {prefix} and RowKey lt {RowKeys.After(prefix)}");
        var occurrences = new List<StoredEvent>();
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, limit, cancellation: cancellation))
        {
            foreach (var row in page.Values)
            {
                var read = OccurrenceRow.Read(row) ?? await _events.FindAsync(project, OccurrenceRow.AddressOf(row), cancellation);
                if (read is { } occurrence)
                {
                    occurrences.Add(occurrence);
                }

                if (occurrences.Count == limit)
                {
                    return occurrences;
                }
            }
        }

        return occurrences;
    }

    /// <summary>The group an error event belongs to; null for other events.</summary>
    /// <param name="project">The project.</param>
    /// <param name="value">The event.</param>
    public static Guid? GroupOf(ProjectScope project, TelemetryEvent value)
    {
        ArgumentNullException.ThrowIfNull(project);
        return value?.Error is { } error ? ErrorOccurrence.GroupOf(project.Id, error) : null;
    }
}
