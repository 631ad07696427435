using System.Threading.Channels;

namespace Logister.LocalHost.Tests;

/// <summary>What sample functions write down, for a test to wait for.</summary>
public sealed class Journal
{
    private readonly Channel<string> entries = Channel.CreateUnbounded<string>();

    public void Add(string entry) => entries.Writer.TryWrite(entry);

    public Task<string> NextAsync() => entries.Reader.ReadAsync().WithPatience();

    public bool IsEmpty => !entries.Reader.TryPeek(out _);
}
