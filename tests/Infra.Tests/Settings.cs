using Logister.Core.Storage;
using Microsoft.Extensions.Configuration;

namespace Logister.Infra.Tests;

/// <summary>The app's settings as the template makes them, with made-up values where the template has expressions.</summary>
internal static class Settings
{
    /// <summary>What a setting is in Azure before the platform has fetched the secret.</summary>
    public const string UnresolvedReference = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/admin-token/0123456789abcdef0123456789abcdef)";

    /// <summary>The names in the template, as environment variables have them.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync()
    {
        var template = await CompiledTemplate.ReadAsync();
        var resource = template.OfType("Microsoft.Web/sites/config").Single(static config => config.Name.Contains("'appsettings'", StringComparison.Ordinal));
        return [.. resource.Variables.GetProperty("settings").EnumerateObject().Select(static setting => setting.Name)];
    }

    public static string ValueOf(string name) =>
        name.EndsWith("Uri", StringComparison.Ordinal) ? "https://storage.example/"
        : name == "Logister__AdminToken" ? "logister_cli_" + new string('0', 64)
        : "made up";

    /// <summary>The storage clients, as the code makes them. They have called nothing.</summary>
    public static LogisterStorage Storage() => StorageClients.Create(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [QueueNames.Connection] = "UseDevelopmentStorage=true" }).Build(), []);
}
