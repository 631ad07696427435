using Logister.Core.Events;
using Logister.Core.Projects;
using Logister.Core.Segments;

namespace Logister.Core.Ingest;

/// <summary>Accepts many envelopes at once: all of them or none.</summary>
/// <remarks>
/// The events go to storage in one group commit. Under load, or when they are large, that can be more than one message;
/// cut off between two, the sender is told of a failure and sends the batch again, and what was durable already is a
/// repeat, because every envelope of a batch has an identity.
/// </remarks>
public sealed class BatchIngest
{
    private readonly GroupCommit _commit;
    private readonly RecentUuids _recent;
    private readonly TimeProvider _time;

    internal BatchIngest(GroupCommit commit, RecentUuids recent, TimeProvider time) =>
        (_commit, _recent, _time) = (commit, recent, time);

    /// <summary>Accepts a batch.</summary>
    /// <param name="access">Who sends it.</param>
    /// <param name="body">Lines of JSON, unpacked.</param>
    /// <param name="demand">Called with the number of envelopes before they are looked into; throws when the sender may not send so many.</param>
    /// <param name="cancellation">Ends the waiting, not the sending.</param>
    /// <exception cref="BatchRefusedException">The batch cannot be taken apart.</exception>
    /// <exception cref="PayloadTooLargeException">An envelope exceeds a limit.</exception>
    /// <exception cref="MobileScopeException">An envelope is of a type the sender may not send.</exception>
    /// <exception cref="MobileConflictException">An envelope contradicts the sender's binding.</exception>
    /// <exception cref="IngestOverloadedException">Too much is waiting for storage.</exception>
    public async Task<BatchOutcome> AcceptAsync(WriteAccess access, ReadOnlyMemory<byte> body, Action<int> demand, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(demand);
        var envelopes = BatchLines.Read(body);
        try
        {
            demand(envelopes.Count);
            var (outcome, events) = Normalise(access, envelopes);
            if (outcome.Accepted && events.Count > 0)
            {
                await _commit.AddAsync(access.Project.Id, [.. events.Select(EncodedEvent.Of)], cancellation);
                events.ForEach(value => _recent.Remember(access.Project.Id, value.Uuid!.Value));
            }

            return outcome;
        }
        finally
        {
            envelopes.ForEach(static envelope => envelope.Dispose());
        }
    }

    private (BatchOutcome Outcome, List<TelemetryEvent> New) Normalise(WriteAccess access, List<Envelope> envelopes)
    {
        // A binding is the whole batch's: it is checked before any envelope is looked into.
        var bound = envelopes.ConvertAll(envelope => envelope.BoundTo(type: null, access.Mobile));
        try
        {
            var rules = IngestRules.Of(access.Project.Project);
            var receivedAt = _time.GetUtcNow();
            var seen = new HashSet<Guid>();
            var added = new List<TelemetryEvent>();
            var items = bound.ConvertAll(envelope =>
            {
                try
                {
                    var value = EventNormaliser.Normalise(envelope.Root, rules, receivedAt, access.Project.Id);
                    var uuid = value.Uuid!.Value;
                    var repeated = !seen.Add(uuid) || _recent.Holds(access.Project.Id, uuid);
                    if (!repeated)
                    {
                        added.Add(value);
                    }

                    return new BatchItem(value.Type, uuid, repeated, []);
                }
                catch (InvalidEventException invalid)
                {
                    return Invalid(envelope, invalid);
                }
            });
            return (new BatchOutcome(items), added);
        }
        finally
        {
            bound.ForEach(static envelope => envelope.Dispose());
        }
    }

    private static BatchItem Invalid(Envelope envelope, InvalidEventException invalid)
    {
        var top = ObjectFields.OfEnvelope(envelope.Root);
        var isSpan = top["event_type"].Text() == EventType.Span.Name();
        return new BatchItem(isSpan ? EventType.Span : EventType.Log, ClientIdentity.Read(top, []).Uuid.GetValueOrDefault(), Duplicate: false, invalid.Errors);
    }
}
