using System.Security.Cryptography;
using Azure.Data.Tables;

namespace Logister.Core.Storage;

/// <summary>
/// Changes a row that others write too, a commit lane for one: reads it, decides, and replaces the version it read. When
/// somebody was faster, it decides anew from what they wrote. Cut off anywhere, the row is as it was or as it shall be.
/// </summary>
internal static class RowChange
{
    // A lane that stores a storm of errors writes a group some ten times a second; this many tries outlast it.
    public const int MaxTries = 20;

    private const int MaxJitterMs = 100;

    /// <param name="table">The table.</param>
    /// <param name="partition">The row's partition.</param>
    /// <param name="row">The row's key.</param>
    /// <param name="read">The row as what it stands for.</param>
    /// <param name="change">Decides; the same instance means that nothing has to be written.</param>
    /// <param name="write">What it stands for as a row.</param>
    /// <param name="cancellation">Ends it between two calls.</param>
    /// <returns>What the row holds now; null when there is none.</returns>
    /// <exception cref="TimeoutException">Others were faster every time.</exception>
    public static async Task<T?> ApplyAsync<T>(
        this StorageTable table, string partition, string row, Func<TableEntity, T> read, Func<T, T> change, Func<T, TableEntity> write, CancellationToken cancellation)
        where T : class
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await table.FindAsync(partition, row, cancellation) is not { } found)
            {
                return null;
            }

            var before = read(found);
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return after;
            }

            var replacement = write(after);
            replacement.ETag = found.ETag;
            if (await table.TryReplaceAsync(replacement, cancellation))
            {
                return after;
            }

            await PauseAsync(cancellation);
        }

        throw new TimeoutException($"A row of {table.Name} kept changing while it was to be changed.");
    }

    /// <summary>Waits for a moment that is unlikely to be everybody's.</summary>
    public static Task PauseAsync(CancellationToken cancellation) => Task.Delay(RandomNumberGenerator.GetInt32(MaxJitterMs), cancellation);
}
