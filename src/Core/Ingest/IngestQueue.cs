using Azure;
using Azure.Storage.Queues.Models;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Ingest;

/// <summary>
/// Makes segments durable: small ones in the queue message itself, large ones as a blob the message points at.
/// </summary>
/// <remarks>
/// Cut off after a blob was written and before the message was sent, the blob is an orphan: nobody was told 201, and the
/// container's lifecycle rule removes it. A send whose answer was lost may leave two equal messages; the second finds its
/// segment stored.
/// </remarks>
internal sealed class IngestQueue(LogisterStorage storage, SegmentBlobs blobs)
{
    // A message that storage lost sight of for a week would be a fault worth a dead letter; it must not vanish by itself.
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    /// <summary>Returns when every segment is durable.</summary>
    public async Task SendAsync(IReadOnlyList<SealedSegment> segments, CancellationToken cancellation)
    {
        foreach (var segment in segments.Where(IngestMessage.NeedsBlob))
        {
            await blobs.WriteAsync(segment, cancellation);
        }

        var body = IngestMessage.Encode(segments);
        try
        {
            await storage.IngestQueue.SendMessageAsync(body, visibilityTimeout: null, NeverExpires, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await storage.IngestQueue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await storage.IngestQueue.SendMessageAsync(body, visibilityTimeout: null, NeverExpires, cancellation);
        }
    }
}
