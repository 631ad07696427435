using System.Text;
using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Ingest;
using Xunit;

namespace Logister.Core.Tests;

/// <summary>Makes test data of which only the part under test is spelled out.</summary>
internal static class Some
{
    public static readonly Guid Project = new("11111111-2222-3333-4444-555555555555");

    public static readonly DateTimeOffset Now = new(2026, 5, 23, 15, 30, 0, TimeSpan.Zero);

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(JsonBody.Repair(Encoding.UTF8.GetBytes(json)));
        return document.RootElement.Clone();
    }

    /// <summary>An event with a type and a message, and the given members after them.</summary>
    public static TelemetryEvent Event(string members, string type = "log", IngestRules? rules = null) =>
        Normalised($$"""{"event_type":"{{type}}","message":"m"{{(members.Length > 0 ? "," : "")}}{{members}}}""", rules);

    public static TelemetryEvent Span(string members) =>
        Normalised($$"""{"event_type":"span","trace_id":"t","span_id":"s"{{(members.Length > 0 ? "," : "")}}{{members}}}""");

    public static TelemetryEvent Normalised(string envelope, IngestRules? rules = null) =>
        EventNormaliser.Normalise(Json(envelope), rules ?? IngestRules.Default, Now, Project);

    public static TelemetryEvent CheckIn(string envelope) =>
        CheckInNormaliser.Normalise(Json(envelope), IngestRules.Default, Now);

    public static TelemetryEvent Deployment(string envelope) =>
        DeploymentNormaliser.Normalise(Json(envelope), IngestRules.Default, Now, Project);

    public static IReadOnlyList<string> ErrorsOf(Action action) => Assert.Throws<InvalidEventException>(action).Errors;

    public static string ContextText(this TelemetryEvent value) => Encoding.UTF8.GetString(value.Context.Span);

    public static JsonElement ContextJson(this TelemetryEvent value) => Json(value.ContextText());
}
