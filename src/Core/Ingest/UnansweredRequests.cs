namespace Logister.Core.Ingest;

/// <summary>
/// Requests whose sender went away before the answer. It will send the same bytes again, and then gets the answer of the
/// first time, so that one event does not become two. A request that was answered never gets in here.
/// </summary>
/// <typeparam name="T">An answer.</typeparam>
/// <param name="time">The clock.</param>
public sealed class UnansweredRequests<T>(TimeProvider time)
    where T : class
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Unanswered> _requests = new(StringComparer.Ordinal);

    // All are remembered equally long, so the oldest is the first to go.
    private readonly Queue<(string Key, DateTimeOffset Until)> _order = new();

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _requests.Count;
            }
        }
    }

    /// <summary>Remembers a request whose sender went away.</summary>
    /// <param name="key">Made by <see cref="RequestDigest"/>.</param>
    /// <param name="answer">The answer it would have got, perhaps not ready yet.</param>
    public void Remember(string key, Task<T> answer)
    {
        lock (_gate)
        {
            Forget();
            var until = time.GetUtcNow() + Remembered;
            _requests[key] = new Unanswered(answer, until);
            _order.Enqueue((key, until));
        }
    }

    /// <summary>Takes out a request with this key; the next one is a request of its own again.</summary>
    /// <param name="key">Made by <see cref="RequestDigest"/>.</param>
    /// <returns>Null when there is none, or none young enough.</returns>
    public Task<T>? Take(string key)
    {
        lock (_gate)
        {
            Forget();
            return _requests.Remove(key, out var found) ? found.Answer : null;
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && (oldest.Until <= now || _order.Count > MaxRemembered))
        {
            _order.Dequeue();
            if (_requests.TryGetValue(oldest.Key, out var found) && found.Until == oldest.Until)
            {
                _requests.Remove(oldest.Key);
            }
        }
    }

    private sealed record Unanswered(Task<T> Answer, DateTimeOffset Until);
}
