using Logister.Functions.Tests.App;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Logister.Functions.Tests.Manifest;

/// <summary>The description of the API and the manifest, which is checked against the running app, tell the same.</summary>
public sealed class OpenApiTests(Emulator emulator)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    [Fact]
    public async Task Every_route_of_the_app_is_described_and_every_route_described_is_served()
    {
        var described = (await PathsAsync()).SelectMany(path =>
            Operations(path.Operations).Select(operation => $"{operation.ToUpperInvariant()} {path.Template.TrimStart('/')}"));
        var served = ManifestLine.ReadAll().Where(static line => line.Method is not ("any" or "OPTIONS")).Select(static line => $"{line.Method} {line.Template}");

        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_summary_and_answers()
    {
        var operations = (await PathsAsync())
            .SelectMany(static path => Operations(path.Operations).Select(operation => (YamlMappingNode)path.Operations.Children[operation]))
            .ToList();

        Assert.NotEmpty(operations);
        Assert.Distinct(operations.Select(static operation => operation.Children["operationId"].ToString()));
        Assert.All(operations, static operation =>
        {
            Assert.NotEmpty(operation.Children["summary"].ToString());
            Assert.NotEmpty(((YamlMappingNode)operation.Children["responses"]).Children);
        });
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await ReadAsync();
        var references = document.AllNodes.OfType<YamlMappingNode>()
            .Where(static node => node.Children.ContainsKey("$ref"))
            .Select(static node => node.Children["$ref"].ToString())
            .Distinct()
            .ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            YamlNode node = document;
            foreach (var step in reference.Split('/')[1..])
            {
                Assert.True(((YamlMappingNode)node).Children.ContainsKey(step), reference);
                node = ((YamlMappingNode)node).Children[step];
            }
        });
    }

    [Fact]
    public async Task The_page_for_browsers_shows_every_operation()
    {
        var described = (await PathsAsync()).SelectMany(path => Operations(path.Operations).Select(operation =>
            $"<td>{operation.ToUpperInvariant()}</td><td><code>{path.Template}</code></td><td>{((YamlMappingNode)path.Operations.Children[operation]).Children["summary"]}</td>"));
        using var answer = await emulator.App.Http.GetAsync(new Uri("docs", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.All(described, operation => Assert.Contains(operation, page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Operations(YamlMappingNode path) =>
        path.Children.Keys.Select(static key => key.ToString()).Where(key => Methods.Contains(key));

    private async Task<IReadOnlyList<(string Template, YamlMappingNode Operations)>> PathsAsync() =>
    [
        .. ((YamlMappingNode)(await ReadAsync()).Children["paths"]).Children.Select(static path => (path.Key.ToString(), (YamlMappingNode)path.Value)),
    ];

    private async Task<YamlMappingNode> ReadAsync()
    {
        var text = await emulator.App.Http.GetStringAsync(new Uri("openapi.yaml", UriKind.Relative), TestContext.Current.CancellationToken);
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
