using System.Collections.Concurrent;

namespace Logister.Functions.Limits;

/// <summary>
/// Counts requests by identity in windows aligned to the epoch. The framework's limiters start their windows when they
/// are made, so that they cannot say the times the headers promise.
/// </summary>
/// <param name="limit">How many are allowed in a window; none or fewer turns the counter off.</param>
/// <param name="periodSeconds">The length of a window; none or less turns the counter off.</param>
/// <param name="time">The clock.</param>
internal sealed class FixedWindow(int limit, int periodSeconds, TimeProvider time)
{
    // More identities than this in one window are an attack on our memory; those beyond it are not counted.
    private const int MaxIdentities = 100_000;

    private Window _window = new(-1);

    /// <summary>Counts a request.</summary>
    /// <returns>Null when the counter is turned off.</returns>
    public RateCount? Add(string identity, int count = 1)
    {
        if (limit <= 0 || periodSeconds <= 0)
        {
            return null;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var number = now / periodSeconds;
        var used = CurrentWindow(number).Add(identity, count);
        return new RateCount(limit, periodSeconds, used, (number + 1) * periodSeconds, now);
    }

    private Window CurrentWindow(long number)
    {
        var current = Volatile.Read(ref _window);
        if (current.Number == number)
        {
            return current;
        }

        var next = new Window(number);
        var found = Interlocked.CompareExchange(ref _window, next, current);
        return ReferenceEquals(found, current) ? next : found;
    }

    private sealed class Window(long number)
    {
        private readonly ConcurrentDictionary<string, int> _used = new(StringComparer.Ordinal);
        private int _identities;

        public long Number => number;

        public int Add(string identity, int count)
        {
            if (Volatile.Read(ref _identities) >= MaxIdentities && !_used.ContainsKey(identity))
            {
                return count;
            }

            var used = _used.AddOrUpdate(identity, static (_, added) => added, static (_, before, added) => before + added, count);
            if (used == count)
            {
                Interlocked.Increment(ref _identities);
            }

            return used;
        }
    }
}
