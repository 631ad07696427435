using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>A field to be written after those of the context.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Value">Its value as sent; undefined when it is our own.</param>
/// <param name="Text">Our own value.</param>
internal readonly record struct Addition(string Name, JsonElement Value, string? Text);
