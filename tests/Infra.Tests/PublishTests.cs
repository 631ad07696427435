using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Logister.Infra.Tests;

/// <summary>What `dotnet publish` would publish, asked of MSBuild: the package feed need not have the worker's packages for it.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task It_is_the_real_worker_compiled_ahead_for_where_it_runs()
    {
        var project = await EvaluateAsync();

        Assert.Equal("azure", Property(project, "FunctionsHost"));
        Assert.Equal("v4", Property(project, "AzureFunctionsVersion"));
        Assert.Equal("linux-x64", Property(project, "RuntimeIdentifier"));
        Assert.Equal("true", Property(project, "PublishReadyToRun"));
        Assert.Equal("false", Property(project, "SelfContained"));
        Assert.Contains("Microsoft.Azure.Functions.Worker", Items(project, "PackageReference"));
        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", Items(project, "PackageReference"));
    }

    [Fact]
    public async Task Nothing_of_local_runs_is_in_it()
    {
        var project = await EvaluateAsync();

        Assert.Equal(["../Core/Logister.Core.csproj"], Items(project, "ProjectReference"));
        Assert.Contains("Program.cs", Items(project, "Compile"));
        Assert.DoesNotContain(Items(project, "Compile"), static file => file.Replace('\\', '/').StartsWith("Local/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hosts_settings_are_in_it_and_a_developers_own_are_not()
    {
        var project = await EvaluateAsync();
        var published = project.GetProperty("Items").GetProperty("None").EnumerateArray()
            .Where(static item => item.GetProperty("CopyToPublishDirectory").GetString() == "PreserveNewest")
            .Select(static item => item.GetProperty("Link").GetString());

        Assert.Equal(["host.json"], published);
    }

    private static string Property(JsonElement project, string name) => project.GetProperty("Properties").GetProperty(name).GetString()!;

    private static IEnumerable<string> Items(JsonElement project, string name) =>
        project.GetProperty("Items").GetProperty(name).EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!);

    private static async Task<JsonElement> EvaluateAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", Repository.Path("src/Functions/Logister.Functions.csproj"), "-p:_IsPublishing=true",
                "-getProperty:FunctionsHost,AzureFunctionsVersion,RuntimeIdentifier,PublishReadyToRun,SelfContained",
                "-getItem:ProjectReference,PackageReference,Compile,None",
            ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
