using System.Text.Json;
using System.Text.RegularExpressions;

namespace Logister.Infra.Tests;

/// <summary>One resource of the compiled template.</summary>
/// <param name="Module">The module that declares it; empty for the main template.</param>
/// <param name="Json">The resource as compiled.</param>
/// <param name="Variables">The variables of its module.</param>
internal sealed partial record TemplateResource(string Module, JsonElement Json, JsonElement Variables)
{
    public string Type => Json.GetProperty("type").GetString()!;

    /// <summary>Its name, which may be an expression.</summary>
    public string Name => Json.GetProperty("name").GetString()!;

    /// <summary>The type of resource an extension resource is put on; null when it is put on the group.</summary>
    public string? ScopeType => Json.TryGetProperty("scope", out var scope) ? ResourceId().Match(scope.GetString()!).Groups["type"].Value : null;

    public JsonElement Properties => Resolved(Json.GetProperty("properties"));

    /// <summary>The elements of the variable that a loop of resources takes its names from.</summary>
    public IEnumerable<string> LoopNames() =>
        Variables.GetProperty(LoopVariable().Match(Name).Groups["name"].Value).EnumerateArray().Select(element => Resolved(element).GetString()!);

    /// <summary>The value, or that of the variable it names.</summary>
    public JsonElement Resolved(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Variable().Match(value.GetString()!) is { Success: true } match
            ? match.Groups["member"] is { Success: true } member
                ? Variables.GetProperty(match.Groups["name"].Value).GetProperty(member.Value)
                : Variables.GetProperty(match.Groups["name"].Value)
            : value;

    [GeneratedRegex(@"^\[variables\('(?<name>\w+)'\)(\.(?<member>\w+))?\]$", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"variables\('(?<name>\w+)'\)\[copyIndex\(\)\]", RegexOptions.NonBacktracking)]
    private static partial Regex LoopVariable();

    [GeneratedRegex(@"^\[resourceId\('(?<type>[^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex ResourceId();
}
