using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Takes a batch apart: a line an envelope, each with an identity. The first problem ends it.</summary>
internal static class BatchLines
{
    /// <summary>Envelopes of a batch.</summary>
    public const int MaxEnvelopes = 100;

    private const int MaxNesting = 100;

    private static readonly JsonReaderOptions LineOptions = new() { MaxDepth = MaxNesting };

    /// <summary>The envelopes in the order of their lines. Whoever calls disposes them.</summary>
    /// <param name="body">The body, unpacked.</param>
    /// <exception cref="BatchRefusedException">A line is no envelope with an identity, or there are too many or none.</exception>
    /// <exception cref="PayloadTooLargeException">An envelope exceeds a limit.</exception>
    public static List<Envelope> Read(ReadOnlyMemory<byte> body)
    {
        var envelopes = new List<Envelope>();
        try
        {
            foreach (var (number, line) in Lines(body))
            {
                if (envelopes.Count == MaxEnvelopes)
                {
                    throw new BatchRefusedException(BatchRefusedException.TooManyCode, $"telemetry batch exceeds {MaxEnvelopes} events");
                }

                envelopes.Add(ReadLine(JsonBody.Repair(line), number));
                RequireIdentity(envelopes[^1], number);
            }

            return envelopes.Count > 0
                ? envelopes
                : throw new BatchRefusedException("empty_batch", "telemetry batch must contain at least one event");
        }
        catch
        {
            envelopes.ForEach(static envelope => envelope.Dispose());
            throw;
        }
    }

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Line)> Lines(ReadOnlyMemory<byte> body)
    {
        for (var number = 1; !body.IsEmpty; number++)
        {
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return (number, line);
            }
        }
    }

    private static Envelope ReadLine(ReadOnlyMemory<byte> line, int number)
    {
        RequireJson(line.Span, number);
        var roots = EnvelopeRoots.Find(line.Span, "event"u8, upper: default);
        if (roots.Whole is null)
        {
            throw new BatchRefusedException("invalid_envelope", $"telemetry batch line {number} must contain an envelope object");
        }

        return roots.Lower is { } found && line.Span[found][0] == '{'
            ? Envelope.OfObject(line[found])
            : throw new BatchRefusedException("missing_event", $"telemetry batch line {number} must contain an event object");
    }

    private static void RequireJson(ReadOnlySpan<byte> line, int number)
    {
        var reader = new Utf8JsonReader(line, LineOptions);
        try
        {
            while (reader.Read())
            {
                // Only whether it can be read matters here.
            }
        }
        catch (JsonException)
        {
            throw new BatchRefusedException("invalid_json", $"telemetry batch line {number} is invalid JSON: near byte {reader.BytesConsumed} of the line");
        }
    }

    private static void RequireIdentity(Envelope envelope, int number)
    {
        var top = ObjectFields.OfEnvelope(envelope.Root);
        var sent = new[] { top["uuid"], top["event_id"] }.Where(static value => !value.IsBlank()).ToList();
        if (sent.Count == 0)
        {
            throw new BatchRefusedException("missing_identity", $"telemetry batch line {number} requires a nonblank uuid or event_id");
        }

        var identities = sent.Select(static value => Guid.TryParseExact(value.Text(), "D", out var uuid) ? uuid : (Guid?)null).ToList();
        if (identities.Contains(null))
        {
            throw new BatchRefusedException("invalid_identity", $"telemetry batch line {number} uuid/event_id must be a valid UUID");
        }

        if (identities[0] != identities[^1])
        {
            throw new BatchRefusedException("conflicting_identity", $"telemetry batch line {number} uuid and event_id must identify the same envelope");
        }
    }
}
