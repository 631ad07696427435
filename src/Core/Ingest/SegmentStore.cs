using Logister.Core.Commit;

namespace Logister.Core.Ingest;

/// <summary>The other end of the ingest queue: stores what a message carries, exactly once however often it is delivered.</summary>
public sealed class SegmentStore
{
    private readonly CommitLanes _lanes;

    internal SegmentStore(CommitLanes lanes) => _lanes = lanes;

    /// <summary>Commits a message's segments with all their effects.</summary>
    /// <param name="message">The message's body.</param>
    /// <param name="cancellation">Ends the work between two calls; the message is delivered again then.</param>
    /// <exception cref="InvalidDataException">The message cannot be decoded; delivering it again will not help.</exception>
    public Task CommitAsync(BinaryData message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _lanes.CommitAsync(message.ToMemory(), cancellation);
    }
}
