using System.Threading.Channels;

namespace Logister.LocalHost.Tests;

/// <summary>What sample functions write down, for a test to wait for.</summary>
public sealed class Journal
{
    private readonly Channel<string> _entries = Channel.CreateUnbounded<string>();

    public void Add(string entry) => _entries.Writer.TryWrite(entry);

    public Task<string> NextAsync() => _entries.Reader.ReadAsync().WithPatience();

    public bool IsEmpty => !_entries.Reader.TryPeek(out _);
}
