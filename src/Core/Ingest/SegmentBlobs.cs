using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Ingest;

/// <summary>
/// Segments that outgrow a queue message. One that still fits a table row is a claim, deleted after its commit; one that
/// does not stays where it is and the row points at it.
/// </summary>
internal sealed class SegmentBlobs(LogisterStorage storage)
{
    public static bool StaysInBlob(int packedBytes) => packedBytes > BinaryColumns.MaxBytes;

    public async Task WriteAsync(SealedSegment segment, CancellationToken cancellation)
    {
        var container = StaysInBlob(segment.Payload.Length) ? storage.Segments : storage.Claims;
        var blob = container.GetBlobClient(NameOf(segment.ProjectId, segment.Key));
        var content = new BinaryData(segment.Payload);
        try
        {
            await blob.UploadAsync(content, overwrite: true, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await blob.UploadAsync(content, overwrite: true, cancellation);
        }
    }

    /// <returns>The segment's bytes, or null when neither container has them.</returns>
    public async Task<ReadOnlyMemory<byte>?> TryReadAsync(Guid projectId, SegmentKey key, CancellationToken cancellation) =>
        await TryReadAsync(storage.Claims, projectId, key, cancellation) ?? await TryReadKeptAsync(projectId, key, cancellation);

    /// <returns>The bytes of a segment whose row says that it lies in a blob.</returns>
    public Task<ReadOnlyMemory<byte>?> TryReadKeptAsync(Guid projectId, SegmentKey key, CancellationToken cancellation) =>
        TryReadAsync(storage.Segments, projectId, key, cancellation);

    public Task DeleteClaimAsync(SealedSegment segment, CancellationToken cancellation) =>
        storage.Claims.DeleteBlobIfExistsAsync(NameOf(segment.ProjectId, segment.Key), cancellationToken: cancellation);

    private static async Task<ReadOnlyMemory<byte>?> TryReadAsync(
        BlobContainerClient container, Guid projectId, SegmentKey key, CancellationToken cancellation)
    {
        try
        {
            var response = await container.GetBlobClient(NameOf(projectId, key)).DownloadContentAsync(cancellation);
            return response.Value.Content.ToMemory();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static string NameOf(Guid projectId, SegmentKey key) => $"{projectId:N}/{key.ToSortable()}";
}
