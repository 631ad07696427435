using System.Text.RegularExpressions;
using Xunit;

namespace Logister.Infra.Tests;

public sealed partial class AlertTests
{
    [Fact]
    public async Task An_alert_looks_for_functions_that_exist()
    {
        var template = await CompiledTemplate.ReadAsync();
        var watched = WatchedFunction().Matches(template.Text).Select(static match => match.Groups["name"].Value).ToHashSet();
        var sources = Directory.EnumerateFiles(Repository.Path("src/Functions"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.NotEmpty(watched);
        Assert.All(watched, name => Assert.Contains(sources, source => source.Contains($"[Function(\"{name}\")]", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"name == \\""(?<name>\w+)\\""", RegexOptions.NonBacktracking)]
    private static partial Regex WatchedFunction();
}
