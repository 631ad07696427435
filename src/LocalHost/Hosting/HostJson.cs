using Logister.LocalHost.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Hosting;

/// <summary>What host.json says, as far as the local host honours it.</summary>
internal sealed record HostJson(string RoutePrefix, QueueSettings Queues, IReadOnlyDictionary<string, LogLevel> LogLevels)
{
    private const string DefaultRoutePrefix = "api";

    // The real host lets settings of this name override the file.
    private const string OverrideSection = "AzureFunctionsJobHost";

    public static HostJson Read(string contentRoot, IConfiguration overrides)
    {
        try
        {
            return From(new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(contentRoot, ContentRoot.HostFile), optional: true)
                // Not chained as a whole: a chained configuration takes an empty value, which routePrefix may have, for none.
                .AddInMemoryCollection(overrides.GetSection(OverrideSection).AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null))
                .Build());
        }
        catch (Exception malformed) when (malformed is InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new StartupException($"{ContentRoot.HostFile} is not valid: {(malformed.InnerException ?? malformed).Message}", malformed);
        }
    }

    public static HostJson From(IConfiguration json) => new(
        json["extensions:http:routePrefix"] ?? DefaultRoutePrefix,
        QueueSettings.From(json.GetSection("extensions:queues")),
        json.GetSection("logging:logLevel").GetChildren().ToDictionary(level => level.Key, level => Enum.Parse<LogLevel>(level.Value ?? "", ignoreCase: true)));
}
