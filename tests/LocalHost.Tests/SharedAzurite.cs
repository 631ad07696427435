using Logister.LocalHost.Storage;
using Logister.LocalHost.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedAzurite))]

namespace Logister.LocalHost.Tests;

/// <summary>One emulator for all tests; each uses queues of its own.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync(new AzuriteOptions { InMemory = true });

    public async ValueTask DisposeAsync() => await azurite!.DisposeAsync();
}
