namespace Logister.Core.Segments;

/// <summary>Cuts a row of events, in their order, into segments that each fit a queue message and a transaction.</summary>
internal sealed class SegmentSealer(TimeProvider time)
{
    /// <summary>Compressed bytes of a segment that travels inside a queue message (64 KiB of base64), less its header.</summary>
    public const int MaxPackedBytes = (48 << 10) - 64;

    /// <summary>
    /// Bytes before compression. An error's occurrence holds its event once more, each compressed on its own and sent as
    /// base64, and a transaction takes 4 MiB: this keeps the sum below that for any content.
    /// </summary>
    public const int MaxUnpackedBytes = 1 << 20;

    /// <summary>Events of a segment; a thousand keep a page of the feed and the memory to read one small.</summary>
    public const int MaxEvents = 1000;

    public IReadOnlyList<SealedSegment> Seal(Guid projectId, IReadOnlyList<EncodedEvent> events)
    {
        var segments = new List<SealedSegment>();
        for (var start = 0; start < events.Count;)
        {
            var count = Fitting(events, start);
            SealRange(projectId, events, start, count, segments);
            start += count;
        }

        return segments;
    }

    private static int Fitting(IReadOnlyList<EncodedEvent> events, int start)
    {
        var budget = new RowBudget();
        var bytes = 0;
        var count = 0;
        while (start + count < events.Count && count < MaxEvents)
        {
            bytes += events[start + count].Json.Length + 1;
            if ((count > 0 && bytes > MaxUnpackedBytes) || !budget.TryAdd(events[start + count].Event))
            {
                break;
            }

            count++;
        }

        return count;
    }

    // Only compressing tells the compressed size; the rare range that comes out too large is halved.
    private void SealRange(Guid projectId, IReadOnlyList<EncodedEvent> events, int start, int count, List<SealedSegment> segments)
    {
        var packed = SegmentPayload.Pack([.. events.Skip(start).Take(count).Select(static item => item.Json)]);
        if (packed.Length <= MaxPackedBytes || count == 1)
        {
            segments.Add(new SealedSegment(projectId, SegmentKey.Mint(time.GetUtcNow()), count, packed));
            return;
        }

        var half = count / 2;
        SealRange(projectId, events, start, half, segments);
        SealRange(projectId, events, start + half, count - half, segments);
    }
}
