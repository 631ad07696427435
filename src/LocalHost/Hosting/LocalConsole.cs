using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Logister.LocalHost.Hosting;

internal static class LocalConsole
{
    /// <summary>Single lines on the console; Information, but of the platform's own only warnings, unless host.json says otherwise.</summary>
    public static void AddLocalConsole(this ILoggingBuilder logging, IReadOnlyDictionary<string, LogLevel> levels)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);

        foreach (var (category, level) in levels)
        {
            if (string.Equals(category, "default", StringComparison.OrdinalIgnoreCase))
            {
                logging.SetMinimumLevel(level);
            }
            else
            {
                logging.AddFilter(category, level);
            }
        }
    }
}
