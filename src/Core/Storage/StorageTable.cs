using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Logister.Core.Storage;

/// <summary>
/// One table. It is created when the first call finds it missing, so that a deployed app, whose tables exist, never asks.
/// </summary>
internal sealed class StorageTable(TableClient table)
{
    public string Name => table.Name;

    /// <summary>One row by its key, or null. Counts as one storage call.</summary>
    public async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        var response = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return response.HasValue ? response.Value : null;
    }

    /// <summary>As <see cref="FindAsync(string, string, CancellationToken)"/>, with some of its columns.</summary>
    public async Task<TableEntity?> FindAsync(string partition, string row, IEnumerable<string> columns, CancellationToken cancellation)
    {
        var response = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, columns, cancellation);
        return response.HasValue ? response.Value : null;
    }

    /// <summary>One entity group transaction: all or nothing, one storage call.</summary>
    /// <returns>The new ETags, in the order of the actions.</returns>
    /// <exception cref="TableTransactionFailedException">A row refused; it names the row's index.</exception>
    public async Task<IReadOnlyList<ETag>> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        var response = await CreatedIfMissing(() => table.SubmitTransactionAsync(actions, cancellation), cancellation);
        return [.. response.Value.Select(static row => row.Headers.ETag ?? default)];
    }

    public Task InsertOrReplaceAsync(TableEntity entity, CancellationToken cancellation) =>
        CreatedIfMissing(() => table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation), cancellation);

    public async Task<bool> TryInsertAsync(TableEntity entity, CancellationToken cancellation)
    {
        try
        {
            await CreatedIfMissing(() => table.AddEntityAsync(entity, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Replaces a row that still is as it was read.</summary>
    /// <returns><see langword="false"/> when somebody else was faster or it is gone.</returns>
    public async Task<bool> TryReplaceAsync(TableEntity entity, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }

    /// <summary>Sets some columns of a row whatever its others hold; a row that is gone stays gone.</summary>
    public async Task MergeAsync(TableEntity columns, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(columns, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Whoever deleted it meant it.
        }
    }

    /// <summary>Deletes a row; that it is gone already is no error.</summary>
    public Task DeleteAsync(string partition, string row, CancellationToken cancellation) =>
        table.DeleteEntityAsync(partition, row, ETag.All, cancellation);

    /// <summary>The rows of a filter in the order of their keys; each page read counts as one storage call.</summary>
    /// <param name="filter">Made by <see cref="TableClient.CreateQueryFilter(FormattableString)"/>.</param>
    /// <param name="pageSize">Rows a page, 1 to 1000.</param>
    /// <param name="columns">The columns wanted, or null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<Page<TableEntity>> PagesAsync(
        string filter,
        int pageSize,
        IEnumerable<string>? columns = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var pages = table.QueryAsync<TableEntity>(filter, pageSize, columns, cancellation).AsPages().GetAsyncEnumerator(cancellation);
        await using (pages)
        {
            while (await NextOrMissing(pages))
            {
                yield return pages.Current;
            }
        }
    }

    private static async Task<bool> NextOrMissing(IAsyncEnumerator<Page<TableEntity>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }

    private async Task<T> CreatedIfMissing<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
        {
            await table.CreateIfNotExistsAsync(cancellation);
            return await call();
        }
    }
}
