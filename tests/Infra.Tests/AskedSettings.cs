using Microsoft.Extensions.Configuration;

namespace Logister.Infra.Tests;

/// <summary>Settings that remember which of them were asked for.</summary>
internal sealed class AskedSettings : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="names">As environment variables have them: a double underscore between the parts.</param>
    public AskedSettings(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Data[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = Settings.ValueOf(name);
        }
    }

    public IEnumerable<string> Asked => _asked.Select(static key => key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal));

    public override bool TryGet(string key, out string? value)
    {
        _asked.Add(key);
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
