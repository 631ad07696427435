using System.Reflection;
using Logister.Core.Projects;
using Logister.Functions.Tests.Read;
using Logister.LocalHost.Hosting;
using Logister.LocalHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ReadApp))]

namespace Logister.Functions.Tests.Read;

/// <summary>The app on an emulator of its own, with a clock that stands still; each test makes its own project.</summary>
public sealed class ReadApp : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 5, 23, 15, 30, 0, TimeSpan.Zero);

    private Azurite? _azurite;
    private EntryPointRun? _run;

    internal IServiceProvider Services => _run!.Services;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(new AzuriteOptions { InMemory = true });
        _run = await EntryPointRun.StartAsync(
            Assembly.Load("Logister.Functions"),
            [
                "--urls", "http://127.0.0.1:0",
                "--AzureWebJobsStorage", _azurite.ConnectionString,
                "--LogisterStorage", _azurite.ConnectionString,
                "--AzureFunctionsJobHost:logging:logLevel:default", "None",
            ],
            static services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now)));
    }

    public async ValueTask DisposeAsync()
    {
        await _run!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    /// <summary>A project, and a token that reads it and nothing else.</summary>
    internal async Task<ReadProject> ProjectAsync(AccessRole role = AccessRole.Viewer)
    {
        var registry = Services.GetRequiredService<Registry>();
        var project = new Project { Id = Guid.NewGuid(), Name = "Shop", Slug = $"shop-{Guid.NewGuid():N}", CreatedAt = Now, UpdatedAt = Now };
        var token = "logister_cli_" + Guid.NewGuid().ToString("N");
        await registry.PutAsync(project, TestContext.Current.CancellationToken);
        await registry.PutAsync(
            new AccessToken
            {
                Id = Guid.NewGuid(),
                Digest = Registry.Digest(token),
                Name = "reader",
                Role = role,
                ProjectIds = new HashSet<Guid> { project.Id },
                CreatedAt = Now,
                ExpiresAt = Now.AddDays(1),
            },
            TestContext.Current.CancellationToken);
        return new ReadProject(this, project.Id, Client(token));
    }

    internal HttpClient Client(string? token)
    {
        var client = new HttpClient { BaseAddress = _run!.Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }
}
