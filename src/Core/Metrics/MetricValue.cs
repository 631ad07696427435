using System.Text.Json;
using Logister.Core.Events;

namespace Logister.Core.Metrics;

/// <summary>Where a metric's number stands: <c>value</c> in its context, else its duration.</summary>
internal static class MetricValue
{
    public static double? Of(TelemetryEvent value)
    {
        var reader = new Utf8JsonReader(value.Context.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number))
            {
                return number;
            }

            reader.Skip();
        }

        return value.DurationMs;
    }
}
