using System.Collections.Concurrent;
using Azure.Data.Tables;
using Logister.Core.Metrics;
using Logister.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Logister.Core.Projects;

/// <summary>
/// Keeps for a project's owner what was refused its senders: counts by reason and the last few. Best effort, and bounded:
/// a client that is broken in a loop causes one write in five seconds and one row an hour, for each instance.
/// </summary>
/// <remarks>The row is written whole each time. Cut off before a write, what came after the last one is not shown; nothing else depends on it.</remarks>
public sealed partial class RefusalLog
{
    private const int MaxHours = 2000;
    private const int RowsRead = 48;
    private const int MaxLatest = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(Guid ProjectId, DateTimeOffset Hour), RefusalHour> _hours = new();
    private readonly Guid _instance = Guid.NewGuid();
    private readonly LogisterStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger<RefusalLog> _logger;

    internal RefusalLog(LogisterStorage storage, TimeProvider time, ILogger<RefusalLog> logger) =>
        (_storage, _time, _logger) = (storage, time, logger);

    /// <summary>Notes a refused request; returns at once.</summary>
    /// <param name="project">Whose token was used.</param>
    /// <param name="reason">The reason's code.</param>
    /// <param name="endpoint">What it was sent to.</param>
    /// <param name="tokenId">Which token sent it.</param>
    /// <param name="detail">The reason in words of our own, without anything the client sent.</param>
    public void Note(ProjectScope project, string reason, string endpoint, Guid? tokenId = null, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(project);
        var now = _time.GetUtcNow();
        var hour = HourlyRollup.HourOf(now);
        ForgetBefore(hour);
        if (_hours.Count < MaxHours || _hours.ContainsKey((project.Id, hour)))
        {
            var refusals = _hours.GetOrAdd((project.Id, hour), key => new RefusalHour(key.ProjectId, key.Hour, _instance));
            if (refusals.Add(new Refusal(now, reason, endpoint, tokenId, detail), Interval) is { } wait)
            {
                _ = WriteAsync(refusals, wait);
            }
        }
    }

    /// <summary>What was refused lately: the rows of the last hours with refusals, one storage call.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<RefusalReport> ReadAsync(ProjectScope project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(project.Id)} and RowKey ge {RowKeys.RefusalPrefix} and RowKey lt {RowKeys.After(RowKeys.RefusalPrefix)}");
        await foreach (var page in _storage.Telemetry.PagesAsync(filter, RowsRead, cancellation: cancellation))
        {
            var hours = page.Values.Select(RefusalHour.Read).ToList();
            var counts = hours.SelectMany(static hour => hour.Counts).GroupBy(static count => count.Key, StringComparer.Ordinal);
            return new RefusalReport(
                counts.ToDictionary(static reason => reason.Key, static reason => reason.Sum(static count => count.Value), StringComparer.Ordinal),
                hours.Count > 0 ? hours.Min(static hour => hour.Hour) : null,
                [.. hours.SelectMany(static hour => hour.Latest).OrderByDescending(static refusal => refusal.At).Take(MaxLatest)]);
        }

        return new RefusalReport(new Dictionary<string, long>(), null, []);
    }

    private void ForgetBefore(DateTimeOffset hour)
    {
        if (_hours.Count >= MaxHours)
        {
            foreach (var key in _hours.Keys.Where(key => key.Hour < hour))
            {
                _hours.TryRemove(key, out _);
            }
        }
    }

    private async Task WriteAsync(RefusalHour refusals, TimeSpan wait)
    {
        try
        {
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _time);
            }

            await _storage.Telemetry.InsertOrReplaceAsync(refusals.Take(_time.GetUtcNow()), CancellationToken.None);
        }
#pragma warning disable CA1031 // Do not catch general exception types: nobody waits for this, and the refusal itself has been answered.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotWritten(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused requests could not be written down")]
    private partial void NotWritten(Exception failure);
}
