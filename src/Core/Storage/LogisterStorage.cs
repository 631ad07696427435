using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Logister.Core.Storage;

/// <summary>The storage account: its tables, queues and containers by name.</summary>
internal sealed class LogisterStorage(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    /// <summary>Everything a project sent and what became of it; partition = project.</summary>
    public StorageTable Telemetry { get; } = new(tables.GetTableClient("telemetry"));

    /// <summary>Projects, token digests, access tokens.</summary>
    public StorageTable Registry { get; } = new(tables.GetTableClient("registry"));

    /// <summary>When to look at which monitor next; partition = shard.</summary>
    public StorageTable Deadlines { get; } = new(tables.GetTableClient("deadlines"));

    /// <summary>Sealed segments on their way to the table.</summary>
    public QueueClient IngestQueue { get; } = queues.GetQueueClient(QueueNames.Ingest);

    /// <summary>Segments too large for a queue message, until they are committed.</summary>
    public BlobContainerClient Claims { get; } = blobs.GetBlobContainerClient("claims");

    /// <summary>Segments too large for a table row, for as long as the row exists.</summary>
    public BlobContainerClient Segments { get; } = blobs.GetBlobContainerClient("segments");
}
