using Logister.Core.Ingest;
using Logister.Core.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Ingest;

/// <summary>Stores what the HTTP functions accepted.</summary>
public sealed class StoreSegments(SegmentStore store)
{
    /// <summary>One message: sealed segments, each with all its effects. Delivered twice, it changes nothing the second time.</summary>
    [Function("StoreSegments")]
    public Task Run([QueueTrigger(QueueNames.Ingest, Connection = QueueNames.Connection)] BinaryData message, CancellationToken cancellation) =>
        store.CommitAsync(message, cancellation);
}
