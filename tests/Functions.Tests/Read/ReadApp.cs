using Logister.Core.Projects;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Read;

/// <summary>The app with a clock that stands still, so that windows of time are known; each test makes its own project.</summary>
public sealed class ReadApp(Emulator emulator) : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 5, 23, 15, 30, 0, TimeSpan.Zero);

    private TestApp? _app;

    internal TestApp App => _app!;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync(new TestAppOptions
    {
        Storage = emulator.TakeAccount(),
        Time = new FakeTimeProvider(Now),
        Stores = false,
    });

    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    internal async Task<ReadProject> ProjectAsync() => new(await _app!.NewProjectAsync(), _app.Services.GetRequiredService<Core.Ingest.SegmentStore>());
}
