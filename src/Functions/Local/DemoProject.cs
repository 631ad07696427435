using Logister.Core.Projects;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;

namespace Logister.Functions.Local;

/// <summary>
/// The project and tokens of local runs, well known so that the README's lines work as written. This file is not part of
/// a published app.
/// </summary>
internal sealed class DemoProject(Registry registry, TokenGate tokens, TimeProvider time, IServer server) : IHostedLifecycleService
{
    public const string ProjectToken = "logister_local";
    public const string AccessToken = "logister_cli_local";

    /// <summary>The demo project's id, the same on every machine.</summary>
    public static readonly Guid Id = new("00000000-0000-4000-8000-00000000de30");

    private static readonly Guid ProjectTokenId = new("00000000-0000-4000-8000-00000000de31");
    private static readonly Guid AccessTokenId = new("00000000-0000-4000-8000-00000000de32");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await tokens.OpenForReadingAsync(AccessToken, cancellationToken) is not null)
        {
            return;
        }

        // The access token last: a start that was cut off before it begins again.
        var now = time.GetUtcNow();
        await registry.PutAsync(new Project { Id = Id, Name = "Demo", Slug = "demo", Description = "Made by the local host.", CreatedAt = now, UpdatedAt = now }, cancellationToken);
        await registry.PutAsync(
            new ProjectToken { Id = ProjectTokenId, Digest = Registry.Digest(ProjectToken), ProjectId = Id, Name = "local", CreatedAt = now }, cancellationToken);
        await registry.PutAsync(
            new AccessToken { Id = AccessTokenId, Digest = Registry.Digest(AccessToken), Name = "local", Role = AccessRole.Admin, CreatedAt = now }, cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine(
            $$$"""
            Project "demo": send with the token {{{ProjectToken}}}, read with {{{AccessToken}}}. Try:
              curl {{{address}}}/api/v1/ingest_events -H "Authorization: Bearer {{{ProjectToken}}}" -H "Content-Type: application/json" -d '{"event":{"event_type":"log","level":"info","message":"Hello"}}'
              curl {{{address}}}/api/v1/cli/projects/demo/events -H "Authorization: Bearer {{{AccessToken}}}"
            """);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
