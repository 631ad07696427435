using Logister.Core.Deployments;
using Logister.Core.Errors;
using Logister.Core.Metrics;
using Logister.Core.Monitors;

namespace Logister.Core.Commit;

/// <summary>What a lane remembers of its project's rows, so that no read precedes a write.</summary>
internal sealed class ProjectState
{
    public StateRows<Guid, CommitHead> Head { get; } = new();

    public StateRows<Guid, ErrorGroup> Groups { get; } = new();

    public StateRows<Guid, CheckInMonitor> Monitors { get; } = new();

    public StateRows<DateTimeOffset, HourlyRollup> Rollups { get; } = new();

    public StateRows<Guid, Deployment> Deployments { get; } = new();
}
