using Microsoft.Extensions.Configuration;

namespace Logister.LocalHost.Hosting;

/// <summary>Puts settings in the place of <c>%Name%</c>, as trigger attributes may say it.</summary>
internal static class SettingReferences
{
    private const char Mark = '%';

    public static string Resolve(string text, IConfiguration settings)
    {
        var parts = text.Split(Mark);
        if (parts.Length % 2 == 0)
        {
            throw new StartupException($"'{text}' has a {Mark} without its partner.");
        }

        // Every second part stood between two marks.
        return string.Concat(parts.Select((part, index) => index % 2 == 0 ? part : settings[part.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new StartupException($"The setting {part}, which '{text}' refers to, is not set; set it in local.settings.json or the environment.")));
    }
}
