using Azure.Data.Tables;
using Logister.Core.Deployments;
using Logister.Core.Errors;
using Logister.Core.Events;
using Logister.Core.Metrics;
using Logister.Core.Monitors;
using Logister.Core.Segments;
using Logister.Core.Traces;

namespace Logister.Core.Commit;

/// <summary>
/// Everything a segment changes, worked out from its events and the state they meet, without touching storage: the rows
/// of one transaction, and the deadlines that have to be on file before it.
/// </summary>
internal sealed class SegmentPlan
{
    private readonly List<PlannedRow> _rows = [];
    private readonly SegmentContent _content;
    private readonly ProjectState _state;
    private readonly DateTimeOffset _now;
    private readonly Guid _projectId;

    private SegmentPlan(SegmentContent content, ProjectState state, DateTimeOffset now)
    {
        (_content, _state, _now, _projectId) = (content, state, now, content.Segment.ProjectId);
    }

    /// <summary>The transaction, the segment's own row first.</summary>
    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>Deadlines to be written before the transaction, so that no committed monitor goes unwatched.</summary>
    public List<DueDeadline> Deadlines { get; } = [];

    public static SegmentPlan Make(SegmentContent content, ProjectState state, DateTimeOffset now)
    {
        var plan = new SegmentPlan(content, state, now);
        var live = content.Live.ToList();
        plan.Insert(RowKind.Segment, SegmentRow.Write(content.Segment, [.. live.Select(static item => item.Event)], content.Voided), []);
        plan.AddPlace(live);
        plan.AddReceipts(live);
        plan.AddErrors(live);
        plan.AddCheckIns(live);
        plan.AddRootSpans(live);
        plan.AddDeployments(live);
        plan.AddRollups(live);
        foreach (var (index, reason) in content.DeadLetters)
        {
            plan.Insert(RowKind.Effect, DeadLetterRow.Write(content, index, reason), []);
        }

        return plan;
    }

    private void AddPlace(List<(int Index, TelemetryEvent Event)> live)
    {
        var head = new CommitHead(_state.Head.TryGet(_projectId, out var known) ? known.Value.Sequence + 1 : 1);
        AddState(_state.Head, _projectId, head, CommitHeadRow.Write(_projectId, head), []);
        var place = CommitOrderRow.Write(_projectId, head.Sequence, _content.Segment.Key, live.Select(static item => item.Event));

        // A place that is taken means that the head has moved.
        _rows.Add(new PlannedRow(RowKind.State, new TableTransactionAction(TableTransactionActionType.Add, place), [])
        {
            Forget = () => _state.Head.Forget(_projectId),
        });
    }

    private void AddReceipts(List<(int Index, TelemetryEvent Event)> live)
    {
        foreach (var (index, value) in live)
        {
            // A deployment's uuid follows from what it announces; announcing it again is an update, not a repeat.
            if (value.Uuid is { } uuid && value.Type != EventType.Deployment)
            {
                Insert(RowKind.Receipt, ReceiptRow.Write(_projectId, uuid, _content.AddressOf(index), _content.Segment.Key.SealedAt), [index]);
            }
        }
    }

    private void AddErrors(List<(int Index, TelemetryEvent Event)> live)
    {
        foreach (var group in live.Where(static item => item.Event.Error is not null).GroupBy(item => ErrorOccurrence.GroupOf(_projectId, item.Event.Error!)))
        {
            _state.Groups.TryGet(group.Key, out var known);
            var value = group.Aggregate(known?.Value, (current, item) => ErrorOccurrence.Apply(current, group.Key, _content.IdOf(item.Index), item.Event));
            AddState(_state.Groups, group.Key, value!, ErrorGroupRow.Write(_projectId, value!), [.. group.Select(static item => item.Index)]);
            foreach (var (index, occurrence) in group)
            {
                Insert(
                    RowKind.Effect,
                    OccurrenceRow.Write(_projectId, group.Key, _content.IdOf(index), _content.AddressOf(index), _content.Segment.Key.SealedAt, occurrence, _content.LineOf(index)),
                    [index]);
            }
        }
    }

    private void AddCheckIns(List<(int Index, TelemetryEvent Event)> live)
    {
        foreach (var monitor in live
            .Where(static item => item.Event.CheckIn is not null)
            .GroupBy(item => CheckInArrival.MonitorOf(_projectId, item.Event.CheckIn!.Slug, item.Event.Environment)))
        {
            _state.Monitors.TryGet(monitor.Key, out var known);
            var value = known?.Value;
            foreach (var (index, checkIn) in monitor)
            {
                var effect = CheckInArrival.Apply(value, monitor.Key, _content.IdOf(index), checkIn, _now);
                value = effect.Monitor;
                Insert(RowKind.Effect, MonitorHistoryRow.CheckIn(_projectId, _content.IdOf(index), checkIn, effect), [index]);
            }

            AddState(_state.Monitors, monitor.Key, value!, CheckInMonitorRow.Write(_projectId, value!), [.. monitor.Select(static item => item.Index)]);
            if (DeadlineWatch.Needed(known?.Value, value!) is { } deadline)
            {
                Deadlines.Add(new DueDeadline(monitor.Key, deadline));
            }
        }
    }

    private void AddRootSpans(List<(int Index, TelemetryEvent Event)> live)
    {
        foreach (var (index, value) in live.Where(static item => item.Event.Span is { ParentSpanId: null }))
        {
            var root = Span.Of(_content.IdOf(index), _content.Segment.Key.SealedAt, value);
            Insert(RowKind.Effect, RootSpanRow.Write(_projectId, root), [index]);
        }
    }

    private void AddDeployments(List<(int Index, TelemetryEvent Event)> live)
    {
        foreach (var deployment in live.Where(static item => item.Event.Deployment is not null).GroupBy(item => DeploymentOf(item.Event)))
        {
            _state.Deployments.TryGet(deployment.Key, out var known);
            var value = deployment.Aggregate(known?.Value, (current, item) => DeploymentWitness.Apply(current, deployment.Key, item.Event));
            if (!ReferenceEquals(value, known?.Value))
            {
                AddState(_state.Deployments, deployment.Key, value!, DeploymentRow.Write(_projectId, value!), [.. deployment.Select(static item => item.Index)]);
            }
        }
    }

    private void AddRollups(List<(int Index, TelemetryEvent Event)> live)
    {
        foreach (var hour in live.GroupBy(static item => HourlyRollup.HourOf(item.Event.OccurredAt)))
        {
            _state.Rollups.TryGet(hour.Key, out var known);
            var value = known?.Value.Copy() ?? new HourlyRollup { Hour = hour.Key };
            foreach (var (_, counted) in hour)
            {
                value.Add(counted);
            }

            AddState(_state.Rollups, hour.Key, value, HourlyRollupRow.Write(_projectId, value), [.. hour.Select(static item => item.Index)]);
        }
    }

    private Guid DeploymentOf(TelemetryEvent value) =>
        DeploymentWitness.IdOf(_projectId, value.Deployment!.Repository, value.Environment, value.Release);

    private void AddState<TKey, T>(StateRows<TKey, T> rows, TKey key, T value, TableEntity row, IReadOnlyList<int> events)
        where TKey : notnull
        where T : class
    {
        var action = rows.TryGet(key, out var known)
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, known.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        _rows.Add(new PlannedRow(RowKind.State, action, events)
        {
            Learn = etag => rows.Learn(key, new Versioned<T>(value, etag)),
            Forget = () => rows.Forget(key),
        });
    }

    private void Insert(RowKind kind, TableEntity row, IReadOnlyList<int> events) =>
        _rows.Add(new PlannedRow(kind, new TableTransactionAction(TableTransactionActionType.Add, row), events));
}
