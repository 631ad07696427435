using System.Collections.Concurrent;
using Azure.Data.Tables;
using Logister.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Logister.Core.Projects;

/// <summary>
/// Notes when tokens were last used, so that the ones nobody needs can be found. Best effort: it makes no sender wait, and
/// a note that fails is made again five minutes later.
/// </summary>
public sealed partial class TokenUse
{
    private const int MaxNoted = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);
    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger<TokenUse> _logger;

    internal TokenUse(LogisterStorage storage, TimeProvider time, ILogger<TokenUse> logger) =>
        (_storage, _time, _logger) = (storage, time, logger);

    /// <summary>Notes that something was accepted; writes at most once in five minutes for each token and instance.</summary>
    /// <param name="access">What the token opened.</param>
    public void Note(WriteAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        var now = _time.GetUtcNow();
        foreach (var row in access.Rows)
        {
            if (IsDue(row, now))
            {
                _ = WriteAsync(row, now);
            }
        }
    }

    private bool IsDue(TokenRow row, DateTimeOffset now)
    {
        var known = _noted.TryGetValue(row.Digest, out var noted);
        var last = known ? noted : row.LastUsedAt ?? DateTimeOffset.MinValue;
        if (now - last < Interval)
        {
            return false;
        }

        if (_noted.Count >= MaxNoted)
        {
            _noted.Clear();
        }

        // Of requests at the same moment, one notes it.
        return known ? _noted.TryUpdate(row.Digest, now, noted) : _noted.TryAdd(row.Digest, now);
    }

    private async Task WriteAsync(TokenRow row, DateTimeOffset now)
    {
        try
        {
            await _storage.Registry.MergeAsync(new TableEntity(row.Kind, row.Digest) { [nameof(ProjectToken.LastUsedAt)] = now }, CancellationToken.None);
        }
#pragma warning disable CA1031 // Do not catch general exception types: nobody waits for this, and the request it belongs to has succeeded.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotNoted(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When a token was last used could not be noted")]
    private partial void NotNoted(Exception failure);
}
