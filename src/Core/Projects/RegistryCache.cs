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

    public RegistryCache(TimeProvider time) =>
        _entries = new MemoryCache(new MemoryCacheOptions { SizeLimit = MaxEntries, Clock = new TimeProviderClock(time) });

    public Task<T?> GetAsync<T>(string key, Func<Task<T?>> read)
        where T : class =>
        _entries.GetOrCreateAsync(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Lifetime;
            entry.Size = 1;
            return read();
        });

    public void Forget(string key) => _entries.Remove(key);

    public void Dispose() => _entries.Dispose();

    private sealed class TimeProviderClock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
