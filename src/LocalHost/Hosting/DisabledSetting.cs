using Microsoft.Extensions.Configuration;

namespace Logister.LocalHost.Hosting;

/// <summary>The real host's <c>AzureWebJobs.[function].Disabled</c>.</summary>
internal static class DisabledSetting
{
    // The second form is what a shell that forbids dots in names has to write: AzureWebJobs__Name__Disabled.
    public static bool IsSet(string function, IConfiguration settings)
        => IsTrue(settings[$"AzureWebJobs.{function}.Disabled"]) || IsTrue(settings[$"AzureWebJobs:{function}:Disabled"]);

    private static bool IsTrue(string? value) => value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
