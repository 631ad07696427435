using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Core.Segments;

namespace Logister.Core.Ingest;

/// <summary>The way of a request body to durability: repaired, found, limited, normalised and redacted, sealed, sent.</summary>
public sealed class EventIngest
{
    private readonly GroupCommit _commit;
    private readonly RecentUuids _recent;
    private readonly TimeProvider _time;

    internal EventIngest(GroupCommit commit, RecentUuids recent, TimeProvider time) =>
        (_commit, _recent, _time) = (commit, recent, time);

    /// <summary>Accepts one event or span.</summary>
    /// <param name="access">Who sends it.</param>
    /// <param name="body">The request body, unpacked.</param>
    /// <param name="cancellation">Ends the waiting, not the sending.</param>
    /// <exception cref="MalformedJsonException">The body is not JSON.</exception>
    /// <exception cref="EnvelopeMissingException">There is no event in it.</exception>
    /// <exception cref="PayloadTooLargeException">It exceeds a limit.</exception>
    /// <exception cref="MobileScopeException">It is of a type the sender may not send.</exception>
    /// <exception cref="MobileConflictException">It contradicts the sender's binding.</exception>
    /// <exception cref="InvalidEventException">It cannot be stored; all reasons are named.</exception>
    /// <exception cref="IngestOverloadedException">Too much is waiting for storage.</exception>
    public Task<IngestReceipt> AcceptEventAsync(WriteAccess access, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var project = access.Project;
        using var envelope = Envelope.OfEvent(JsonBody.Repair(body));
        using var bound = envelope.BoundTo(type: null, access.Mobile);
        return SendAsync(project, EventNormaliser.Normalise(bound.Root, IngestRules.Of(project.Project), _time.GetUtcNow(), project.Id), cancellation);
    }

    /// <summary>Accepts one check-in.</summary>
    /// <inheritdoc cref="AcceptEventAsync"/>
    public Task<IngestReceipt> AcceptCheckInAsync(WriteAccess access, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var project = access.Project;
        using var envelope = Envelope.OfCheckIn(JsonBody.Repair(body));
        using var bound = envelope.BoundTo(EventType.CheckIn.Name(), access.Mobile);
        return SendAsync(project, CheckInNormaliser.Normalise(bound.Root, IngestRules.Of(project.Project), _time.GetUtcNow()), cancellation);
    }

    /// <summary>Accepts the announcement of a deployment. Announcing one again updates it under the same id.</summary>
    /// <inheritdoc cref="AcceptEventAsync"/>
    public Task<IngestReceipt> AcceptDeploymentAsync(WriteAccess access, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var project = access.Project;
        using var envelope = Envelope.OfDeployment(JsonBody.Repair(body));
        return SendAsync(project, DeploymentNormaliser.Normalise(envelope.Root, IngestRules.Of(project.Project), _time.GetUtcNow(), project.Id), cancellation);
    }

    private async Task<IngestReceipt> SendAsync(ProjectScope project, TelemetryEvent value, CancellationToken cancellation)
    {
        // What is announced again may say something new, so only events can be repeats.
        var identity = value.Type == EventType.Deployment ? null : value.Uuid;
        if (identity is { } known && _recent.Holds(project.Id, known))
        {
            return new IngestReceipt(known, value.Type, Duplicate: true);
        }

        var addresses = await _commit.AddAsync(project.Id, [EncodedEvent.Of(value)], cancellation);
        if (value.Uuid is { } uuid)
        {
            _recent.Remember(project.Id, uuid);
        }

        return new IngestReceipt(value.Uuid ?? addresses[0], value.Type, Duplicate: false);
    }
}
