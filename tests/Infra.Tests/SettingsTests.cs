using Logister.Core;
using Logister.Core.Projects;
using Logister.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Logister.Infra.Tests;

/// <summary>What the code reads, and what the template sets, are the same.</summary>
public sealed class SettingsTests
{
    /// <summary>What the platform, the Functions host and its queue trigger read, of which our code knows nothing.</summary>
    private static readonly string[] ReadByOthers =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "LogisterStorage__credential",
    ];

    /// <summary>What the code asks for, and the template has no business to set: a connection string holds a key.</summary>
    private static readonly string[] LeftUnset = [QueueNames.Connection];

    [Fact]
    public async Task The_code_reads_what_the_template_sets_and_the_template_sets_what_the_code_reads()
    {
        var set = await Settings.NamesAsync();
        var settings = new AskedSettings(set);

        await ComposeAsync(settings);

        Assert.Equal(
            set.Except(ReadByOthers).Order(StringComparer.OrdinalIgnoreCase),
            settings.Asked.Except(LeftUnset).Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_others_read_is_set() => Assert.Empty(ReadByOthers.Except(await Settings.NamesAsync()));

    [Fact]
    public void A_secret_the_platform_could_not_fetch_opens_nothing()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Logister:AdminToken"] = Settings.UnresolvedReference }).Build();

        Assert.Null(new DeploymentToken(configuration).Token);
    }

    /// <summary>Makes each of Core's services, as the app does when it is first used.</summary>
    private static async Task ComposeAsync(AskedSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(settings).Build()).AddLogisterCore();
        await using var provider = services.BuildServiceProvider();
        foreach (var service in services.Where(static service => service.ServiceType.Assembly == typeof(CoreServices).Assembly))
        {
            Assert.NotNull(provider.GetRequiredService(service.ServiceType));
        }
    }
}
