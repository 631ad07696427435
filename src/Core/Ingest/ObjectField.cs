using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>A member of a JSON object.</summary>
/// <param name="SentName">Its key as sent.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct ObjectField(string SentName, JsonElement Value);
