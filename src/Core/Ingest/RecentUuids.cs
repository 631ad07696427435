using Microsoft.Extensions.Caching.Memory;

namespace Logister.Core.Ingest;

/// <summary>
/// The uuids this instance made durable lately, so that the usual repeat, a sender that missed our answer, costs nothing.
/// Only a hint: the receipt row is what makes a repeat impossible.
/// </summary>
internal sealed class RecentUuids : IDisposable
{
    private const int MaxRemembered = 100_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = MaxRemembered });

    public bool Holds(Guid projectId, Guid uuid) => _seen.TryGetValue((projectId, uuid), out _);

    public void Remember(Guid projectId, Guid uuid) =>
        _seen.Set((projectId, uuid), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });

    public void Dispose() => _seen.Dispose();
}
