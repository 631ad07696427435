using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Logister.LocalHost.Tests;

/// <summary>A clock moved by hand that tells when somebody begins to wait for it, and how long.</summary>
internal sealed class ObservedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public Task<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync().WithPatience();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
