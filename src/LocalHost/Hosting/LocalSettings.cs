using System.Text.Json;

namespace Logister.LocalHost.Hosting;

/// <summary>The <c>Values</c> of local.settings.json, as configuration keys.</summary>
internal static class LocalSettings
{
    private const string FileName = "local.settings.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyDictionary<string, string?> Read(string contentRoot)
    {
        var path = Path.Combine(contentRoot, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : new Dictionary<string, string?>();
    }

    public static IReadOnlyDictionary<string, string?> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.TryGetProperty("Values", out var values)
                ? values.EnumerateObject().ToDictionary(setting => KeyOf(setting.Name), setting => (string?)setting.Value.ToString(), StringComparer.OrdinalIgnoreCase)
                : new Dictionary<string, string?>();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new StartupException($"{FileName} is not valid: {malformed.Message}", malformed);
        }
    }

    // The same mapping that environment variables go through, so that a setting may move from one to the other.
    private static string KeyOf(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
