using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Logister.Core.Projects;

/// <summary>Remembers registry rows, absent ones included, so that neither a busy sender nor a wrong token costs a read each time.</summary>
internal sealed class RegistryCache : IDisposable
{
    /// <summary>How long a row is believed; a revoked token works at most this much longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    // Bounds what somebody trying tokens can make us remember.
    private const int MaxEntries = 10_000;

    private readonly MemoryCache _entries;
    private readonly Lock _change = new();
    private long _changes;

    public RegistryCache(TimeProvider time) =>
        _entries = new MemoryCache(new MemoryCacheOptions { SizeLimit = MaxEntries, Clock = new TimeProviderClock(time) });

    public async Task<T?> GetAsync<T>(string key, Func<Task<T?>> read)
        where T : class
    {
        if (_entries.TryGetValue(key, out T? known))
        {
            return known;
        }

        var changes = Volatile.Read(ref _changes);
        var value = await read();
        lock (_change)
        {
            // What was read while something changed may be what it was before, and must not be believed any longer.
            if (changes == _changes)
            {
                _entries.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 });
            }
        }

        return value;
    }

    /// <summary>Makes the next look-up read, once the row has been written.</summary>
    public void Forget(string key)
    {
        lock (_change)
        {
            _changes++;
            _entries.Remove(key);
        }
    }

    public void Dispose() => _entries.Dispose();

    private sealed class TimeProviderClock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
