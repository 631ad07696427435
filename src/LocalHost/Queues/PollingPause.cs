namespace Logister.LocalHost.Queues;

/// <summary>How long to wait before the next look into a queue that was empty or did not answer.</summary>
internal sealed class PollingPause(TimeSpan longest)
{
    private const double Growth = 1.5;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan _next = Shortest;

    public TimeSpan Next()
    {
        var pause = _next < longest ? _next : longest;
        _next = pause * Growth;
        return pause;
    }

    public void Reset() => _next = Shortest;
}
