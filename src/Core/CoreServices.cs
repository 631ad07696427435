using Azure.Core.Pipeline;
using Logister.Core.Commit;
using Logister.Core.Deployments;
using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Core.Ingest;
using Logister.Core.Metrics;
using Logister.Core.Monitors;
using Logister.Core.Projects;
using Logister.Core.Segments;
using Logister.Core.Storage;
using Logister.Core.Traces;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Logister.Core;

/// <summary>Puts the system together. Everything is a singleton: state is what storage holds and what caches remember.</summary>
public static class CoreServices
{
    /// <summary>Adds what the functions use.</summary>
    /// <param name="services">Also holds the configuration, logging and, if wanted, a <see cref="TimeProvider"/> and pipeline policies for the storage clients.</param>
    public static IServiceCollection AddLogisterCore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static sp => StorageClients.Create(sp.GetRequiredService<IConfiguration>(), sp.GetServices<HttpPipelinePolicy>()));
        services.AddSingleton<SegmentBlobs>();
        return services.AddIngest().AddCommit().AddRegistry().AddReading().AddDeciding();
    }

    private static IServiceCollection AddIngest(this IServiceCollection services) => services
        .AddSingleton<IngestQueue>()
        .AddSingleton<SegmentSealer>()
        .AddSingleton<RecentUuids>()
        .AddSingleton(static sp => new GroupCommit(sp.GetRequiredService<SegmentSealer>(), sp.GetRequiredService<IngestQueue>().SendAsync))
        .AddSingleton(static sp => new DeliveryLookup(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<RecentUuids>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new BatchIngest(
            sp.GetRequiredService<GroupCommit>(), sp.GetRequiredService<RecentUuids>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new EventIngest(
            sp.GetRequiredService<GroupCommit>(), sp.GetRequiredService<RecentUuids>(), sp.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddCommit(this IServiceCollection services) => services
        .AddSingleton<CommitLanes>()
        .AddSingleton(static sp => new SegmentStore(sp.GetRequiredService<CommitLanes>()))
        .AddSingleton(static sp => new DeadlineSweep(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<DeadlineSweep>>()));

    private static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<RegistryCache>()
        .AddSingleton<ProjectDirectory>()
        .AddSingleton(static sp => new InstanceSecret(sp.GetRequiredService<LogisterStorage>()))
        .AddSingleton(static sp => new Registry(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<RegistryCache>()))
        .AddSingleton<DeploymentToken>()
        .AddSingleton(static sp => new ProjectTokens(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<RegistryCache>(), sp.GetRequiredService<Registry>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new ProjectLifecycle(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<RegistryCache>(), sp.GetRequiredService<ProjectTokens>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new AccessTokens(
            sp.GetRequiredService<LogisterStorage>(),
            sp.GetRequiredService<RegistryCache>(),
            sp.GetRequiredService<Registry>(),
            sp.GetRequiredService<DeploymentToken>(),
            sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new MobileTokens(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new TokenUse(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<TokenUse>>()))
        .AddSingleton(static sp => new RefusalLog(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<RefusalLog>>()))
        .AddSingleton(static sp => new TokenGate(
            sp.GetRequiredService<LogisterStorage>(),
            sp.GetRequiredService<RegistryCache>(),
            sp.GetRequiredService<ProjectDirectory>(),
            sp.GetRequiredService<DeploymentToken>(),
            sp.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<SegmentReader>()
        .AddSingleton(static sp => new EventLookup(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<SegmentReader>()))
        .AddSingleton(static sp => new EventFeed(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<SegmentReader>()))
        .AddSingleton(static sp => new EventPoll(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<SegmentReader>()))
        .AddSingleton(static sp => new TraceLog(
            sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<EventFeed>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new ErrorGroups(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<EventLookup>()))
        .AddSingleton(static sp => new RelatedLogs(sp.GetRequiredService<EventFeed>()))
        .AddSingleton(static sp => new Rollups(sp.GetRequiredService<LogisterStorage>()))
        .AddSingleton(static sp => new InsightReader(
            sp.GetRequiredService<Rollups>(), sp.GetRequiredService<EventFeed>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new MonitorList(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new DeploymentLog(sp.GetRequiredService<LogisterStorage>()));

    private static IServiceCollection AddDeciding(this IServiceCollection services) => services
        .AddSingleton(static sp => new ErrorGroupTriage(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>()))
        .AddSingleton(static sp => new MonitorControl(sp.GetRequiredService<LogisterStorage>(), sp.GetRequiredService<TimeProvider>()));
}
