using Logister.LocalHost.Functions;
using Logister.LocalHost.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Logister.LocalHost.Hosting;

/// <summary>
/// Gives connections that nobody set a value, in configuration, so that the app sees it as well: the storage emulator for
/// AzureWebJobsStorage, and what AzureWebJobsStorage has for the others.
/// </summary>
internal sealed class ConnectionFallbacks(ConfigurationManager configuration)
{
    private MemoryConfigurationSource? _source;

    /// <summary>Done once for the app's own set-up code and again when that has run, because it may have set a connection.</summary>
    public void Apply(IEnumerable<string> connections)
    {
        var sources = ((IConfigurationBuilder)configuration).Sources;
        if (_source is not null)
        {
            sources.Remove(_source);
        }

        var values = new Dictionary<string, string?>();
        var main = configuration.GetSection(DiscoveredFunction.DefaultConnection);
        if (!main.Exists())
        {
            values[main.Path] = EmulatorPorts.ConnectionString;
        }

        // Its own value, and the settings below it if it has the identity form.
        var fallback = main.AsEnumerable(makePathsRelative: true)
            .Append(KeyValuePair.Create("", main.Value ?? values.GetValueOrDefault(main.Path)))
            .Where(setting => setting.Value is not null)
            .ToList();

        foreach (var connection in connections.Where(connection => !configuration.GetSection(connection).Exists()))
        {
            foreach (var (path, value) in fallback)
            {
                values[path.Length == 0 ? connection : $"{connection}:{path}"] = value;
            }
        }

        _source = new MemoryConfigurationSource { InitialData = values };
        sources.Insert(0, _source);
    }
}
