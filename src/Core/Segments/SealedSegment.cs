namespace Logister.Core.Segments;

/// <summary>Events of one project, sealed: key, count and bytes never change from here to the table row.</summary>
internal sealed record SealedSegment(Guid ProjectId, SegmentKey Key, int Count, ReadOnlyMemory<byte> Payload);
