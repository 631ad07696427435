using Logister.Core.Events;
using Logister.Core.Segments;

namespace Logister.Core.Tests.Segments;

/// <summary>Rows of events of every type and of very different sizes, the same for the same seed.</summary>
internal static class Mixes
{
    private static readonly string[] Names = ["a", "b", "a\nb", "", " ", "ä", new('x', 300)];

    public static IReadOnlyList<EncodedEvent> Of(int seed, int count, int largest = 2000)
    {
        var random = new Random(seed);
        var types = random.Next(3) == 0 ? [(EventType)random.Next(7)] : Enum.GetValues<EventType>();
        return [.. Enumerable.Range(0, count).Select(_ => EncodedEvent.Of(Next(random, types[random.Next(types.Length)], largest)))];
    }

    private static TelemetryEvent Next(Random random, EventType type, int largest)
    {
        var name = Name(random);
        return new TelemetryEvent
        {
            Type = type,
            Uuid = type == EventType.Deployment || random.Next(3) == 0 ? new Guid(Bytes(random, 16)) : null,
            Message = "m" + name,
            OccurredAt = Some.Now.AddMinutes(-random.Next(600)),
            Environment = Name(random),
            Release = random.Next(2) == 0 ? null : Name(random),
            TraceId = random.Next(2) == 0 ? null : $"trace {random.Next(50)}",
            UserId = random.Next(2) == 0 ? null : $"user {random.Next(50)}",
            Error = type == EventType.Error ? new ErrorDetails(random.Next(2) == 0 ? "v1" : "fingerprint", $"{name}{random.Next(20)}", null) : null,
            CheckIn = type == EventType.CheckIn ? new CheckInDetails($"{name}{random.Next(20)}", "ok", 60, null) : null,
            Span = type == EventType.Span ? new SpanDetails("s", random.Next(2) == 0 ? null : "p", "http", Some.Now) : null,
            Deployment = type == EventType.Deployment || random.Next(4) == 0
                ? new DeploymentDetails($"a/{name}{random.Next(5)}", "1234567", null, new Dictionary<string, string>())
                : null,
            Context = Context(random, random.Next(largest)),
        };
    }

    private static string Name(Random random) => Names[random.Next(Names.Length)];

    // Half of the contexts compress well and half of them hardly.
    private static ReadOnlyMemory<byte> Context(Random random, int length)
    {
        var text = random.Next(2) == 0 ? new string('x', length) : Convert.ToBase64String(Bytes(random, length));
        return System.Text.Encoding.UTF8.GetBytes($"{{\"text\":\"{text}\"}}");
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
