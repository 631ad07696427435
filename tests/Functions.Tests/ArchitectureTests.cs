using Logister.Core.Projects;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>What must not be known where.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void No_function_knows_which_host_it_runs_under()
    {
        var root = Path.Combine(Repository.Root, "src", "Functions");
        var folders = Directory.EnumerateDirectories(root).Where(static folder => Path.GetFileName(folder) is not ("Local" or "bin" or "obj"));
        var files = folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root, "*.cs"))
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(files, static file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("#if", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Logister.LocalHost", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Core_knows_neither_ASP_NET_nor_Functions_nor_a_host()
    {
        var references = typeof(Registry).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!).ToList();

        Assert.Contains("Azure.Data.Tables", references);
        Assert.DoesNotContain(references, static name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal)
            || name.StartsWith("Logister.", StringComparison.Ordinal));
    }
}
