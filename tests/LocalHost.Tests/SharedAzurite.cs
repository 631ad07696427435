using Logister.LocalHost.Storage;
using Logister.LocalHost.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedAzurite))]

namespace Logister.LocalHost.Tests;

/// <summary>One emulator for all tests; each uses queues of its own.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartAsync(new AzuriteOptions { InMemory = true });

    public async ValueTask DisposeAsync() => await _azurite!.DisposeAsync();
}
