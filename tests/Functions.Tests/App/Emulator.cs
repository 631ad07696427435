using Logister.Functions.Tests.App;
using Logister.LocalHost.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(Emulator))]

namespace Logister.Functions.Tests.App;

/// <summary>
/// One storage emulator for the whole run, with many accounts: tests share the app of the first one, each with a project of
/// its own, and whoever stops apps, moves clocks or counts calls takes an account to itself.
/// </summary>
public sealed class Emulator : IAsyncLifetime
{
    private const int Accounts = 250;
    private const string Default = "devstoreaccount1";

    private Azurite? _azurite;
    private TestApp? _app;
    private int _taken;

    /// <summary>The app that most tests send to.</summary>
    internal TestApp App => _app!;

    public async ValueTask InitializeAsync()
    {
        var key = AccountKey();
        Environment.SetEnvironmentVariable(
            "AZURITE_ACCOUNTS",
            string.Join(';', Enumerable.Range(0, Accounts).Select(NameOf).Prepend(Default).Select(name => $"{name}:{key}")));
        _azurite = await Azurite.StartAsync(new AzuriteOptions { InMemory = true });
        _app = await TestApp.StartAsync(new TestAppOptions { Storage = _azurite.ConnectionString });
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    /// <summary>The connection string of an empty account that nobody else gets.</summary>
    internal string TakeAccount()
    {
        var taken = Interlocked.Increment(ref _taken);
        Assert.True(taken < Accounts, "Raise the number of accounts.");
        return _azurite!.ConnectionString.Replace(Default, NameOf(taken), StringComparison.Ordinal);
    }

    private static string NameOf(int account) => $"account{account:000}";

    // Of the well-known account; no secret.
    private static string AccountKey() =>
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
}
