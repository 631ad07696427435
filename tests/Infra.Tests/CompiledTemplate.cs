using System.Text.Json;

namespace Logister.Infra.Tests;

/// <summary>infra/main.bicep as Azure gets it.</summary>
internal sealed class CompiledTemplate
{
    private const string Deployment = "Microsoft.Resources/deployments";

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static CompiledTemplate? _read;

    private CompiledTemplate(BicepRun run)
    {
        Text = run.Output;
        using var document = JsonDocument.Parse(run.Output);
        Resources = [.. ResourcesOf("", document.RootElement.Clone())];
    }

    /// <summary>The JSON.</summary>
    public string Text { get; }

    /// <summary>Every resource of every module.</summary>
    public IReadOnlyList<TemplateResource> Resources { get; }

    /// <summary>Compiles it, once for all tests.</summary>
    public static async Task<CompiledTemplate> ReadAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _read ??= new CompiledTemplate(await Bicep.RunAsync("build", "main.bicep"));
        }
        finally
        {
            Gate.Release();
        }
    }

    public IEnumerable<TemplateResource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    private static IEnumerable<TemplateResource> ResourcesOf(string module, JsonElement template)
    {
        var variables = template.TryGetProperty("variables", out var declared) ? declared : default;
        foreach (var (name, resource) in Declared(template.GetProperty("resources")))
        {
            if (resource.GetProperty("type").GetString() != Deployment)
            {
                yield return new TemplateResource(module, resource, variables);
                continue;
            }

            foreach (var inner in ResourcesOf(name, resource.GetProperty("properties").GetProperty("template")))
            {
                yield return inner;
            }
        }
    }

    /// <summary>A template lists its resources as an object when it needs the newer language, and as an array when it does not.</summary>
    private static IEnumerable<(string Name, JsonElement Resource)> Declared(JsonElement resources) =>
        resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().Select(static resource => ("", resource))
            : resources.EnumerateObject().Where(static entry => !entry.Value.TryGetProperty("existing", out _)).Select(static entry => (entry.Name, entry.Value));
}
