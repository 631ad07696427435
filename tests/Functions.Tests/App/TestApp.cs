using System.Reflection;
using Logister.Core.Projects;
using Logister.LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Logister.Functions.Tests.App;

/// <summary>The product's own Program.cs, running in this process on a random port.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly EntryPointRun _run;
    private readonly TimeProvider _time;

    private TestApp(EntryPointRun run, TimeProvider time)
    {
        (_run, _time) = (run, time);
        Http = new HttpClient { BaseAddress = run.Address };
    }

    /// <summary>A client without any credentials.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => _run.Services;

    public static async Task<TestApp> StartAsync(TestAppOptions options)
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0",
            "--AzureWebJobsStorage", options.Storage,
            "--LogisterStorage", options.Storage,
            "--AzureWebJobs.StoreSegments.Disabled", options.Stores ? "false" : "true",
            "--AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.1",
            "--AzureFunctionsJobHost:logging:logLevel:default", "None",

            // Tests wait by asking, often with a clock that stands still.
            "--LOGISTER_CLI_RATE_LIMIT_REQUESTS", "0",
            "--LOGISTER_CLI_PRE_AUTH_RATE_LIMIT_REQUESTS", "0",
            .. options.Settings,
        ];
        var run = await EntryPointRun.StartAsync(Assembly.Load("Logister.Functions"), args, services =>
        {
            services.AddSingleton(options.Time);
            if (options.Policy is { } policy)
            {
                services.AddSingleton(policy);
            }
        });
        return new TestApp(run, options.Time);
    }

    /// <summary>A new project with a token for writing and one for reading, which opens this project only.</summary>
    public async Task<TestProject> NewProjectAsync()
    {
        var registry = Services.GetRequiredService<Registry>();
        var project = new TestProject(this, Guid.NewGuid());
        var now = _time.GetUtcNow();
        var cancellation = TestContext.Current.CancellationToken;
        await registry.PutAsync(project.Record(now), cancellation);
        await registry.PutAsync(
            new ProjectToken { Id = Guid.NewGuid(), Digest = Registry.Digest(project.WriteToken), ProjectId = project.Id, Name = "test", CreatedAt = now }, cancellation);
        await registry.PutAsync(
            new AccessToken { Id = Guid.NewGuid(), Digest = Registry.Digest(project.ReadToken), Name = "test", ProjectIds = new HashSet<Guid> { project.Id }, CreatedAt = now }, cancellation);
        return project;
    }

    public Task SweepAsync() => RunTimerAsync("SweepDeadlines");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _run.DisposeAsync();
    }

    private async Task RunTimerAsync(string function)
    {
        using var body = new StringContent("{}");
        using var answer = await Http.PostAsync($"admin/functions/{function}", body, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)answer.StatusCode);
    }
}
