using System.Collections.Concurrent;
using Logister.Core.Ingest;
using Logister.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Logister.Core.Commit;

/// <summary>Takes queue messages apart and hands each segment to the lane of its project.</summary>
internal sealed class CommitLanes(LogisterStorage storage, SegmentBlobs blobs, TimeProvider time, ILoggerFactory loggers)
{
    // Above this, lanes nobody uses just now are dropped with what they remember.
    private const int MaxLanes = 1000;

    private readonly ConcurrentDictionary<Guid, CommitLane> _lanes = new();
    private readonly ILogger<CommitLane> _logger = loggers.CreateLogger<CommitLane>();

    /// <summary>Commits every segment of a message; done twice, it changes nothing the second time.</summary>
    /// <exception cref="InvalidDataException">The message, or a segment in it, cannot be decoded.</exception>
    public async Task CommitAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var segments = IngestMessage.Decode(message);
        DropIdle();
        await Task.WhenAll(segments.GroupBy(static segment => segment.ProjectId).Select(async project =>
        {
            var lane = _lanes.GetOrAdd(project.Key, id => new CommitLane(id, storage, blobs, time, _logger));
            foreach (var segment in project)
            {
                await lane.CommitAsync(segment, cancellation);
            }
        }));
    }

    private void DropIdle()
    {
        if (_lanes.Count > MaxLanes)
        {
            foreach (var (projectId, lane) in _lanes.Where(static lane => lane.Value.IsIdle))
            {
                _lanes.TryRemove(KeyValuePair.Create(projectId, lane));
            }
        }
    }
}
