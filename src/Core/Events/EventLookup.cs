using Logister.Core.Commit;
using Logister.Core.Projects;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Events;

/// <summary>Finds one event by its id.</summary>
public sealed class EventLookup
{
    private readonly LogisterStorage _storage;
    private readonly SegmentReader _reader;

    internal EventLookup(LogisterStorage storage, SegmentReader reader) => (_storage, _reader) = (storage, reader);

    /// <summary>The event with an id: one storage call when we gave the id, two when the client brought it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">The id the sender was told, or brought.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<StoredEvent?> FindAsync(ProjectScope project, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        return await AtAddressAsync(project.Id, id, cancellation)
            ?? (await _storage.Telemetry.FindAsync(RowKeys.Partition(project.Id), RowKeys.Receipt(id), cancellation) is { } receipt
                ? await AtAddressAsync(project.Id, ReceiptRow.AddressOf(receipt), cancellation)
                : null);
    }

    private async Task<StoredEvent?> AtAddressAsync(Guid projectId, Guid address, CancellationToken cancellation)
    {
        if (!EventId.TryLocate(address, out var segment, out var index)
            || await _reader.FindAsync(projectId, segment, cancellation) is not { } row)
        {
            return null;
        }

        var events = await _reader.EventsOfAsync(projectId, row, cancellation);
        return events.FirstOrDefault(item => item.Index == index).Event;
    }
}
