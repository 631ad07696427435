using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Logister.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Logister.Core.Projects;

/// <summary>
/// Keeps when a project token was last used: one write in five minutes for each token and instance, whatever it sends.
/// </summary>
/// <remarks>Merges one column into a row that exists; it can neither bring a token back nor undo its revocation.</remarks>
public sealed partial class TokenUse
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    // As many entries as tokens were used; only valid ones get here.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _written = new(StringComparer.Ordinal);
    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger<TokenUse> _logger;

    internal TokenUse(LogisterStorage storage, TimeProvider time, ILogger<TokenUse> logger) => (_storage, _time, _logger) = (storage, time, logger);

    /// <summary>Notes that something a token sent was accepted. That it cannot be written is logged and holds nobody up.</summary>
    /// <param name="token">The token itself.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task NoteAsync(string token, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var digest = TokenDigest.Of(token);
        if (!IsDue(digest, now))
        {
            return;
        }

        try
        {
            var row = new TableEntity(RegistryRows.ProjectTokens, digest) { [nameof(ProjectToken.LastUsedAt)] = now };
            await _storage.Registry.SubmitAsync([new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, ETag.All)], cancellation);
        }
        catch (Exception failure) when (failure is RequestFailedException || StorageOutage.Is(failure))
        {
            NotWritten(failure);
        }
    }

    private bool IsDue(string digest, DateTimeOffset now) => _written.TryGetValue(digest, out var last)
        ? now - last >= Every && _written.TryUpdate(digest, now, last)
        : _written.TryAdd(digest, now);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last use of a project token was not written")]
    private partial void NotWritten(Exception failure);
}
