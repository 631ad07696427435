namespace Logister.LocalHost.Hosting;

/// <summary>The app cannot start; the message is one sentence that tells its user what to do.</summary>
// CA1064 Exceptions should be public: nobody but the host and its tests is meant to catch it.
#pragma warning disable CA1064
internal sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause)
#pragma warning restore CA1064
{
    private const int ExitCode = 1;

    private static int _reporting;

    /// <summary>
    /// Makes this exception, when nobody catches it, a sentence on stderr and an exit code. The app's last line is
    /// <c>Build().Run()</c>, so that there is no other place that could do it.
    /// </summary>
    public static void ReportInsteadOfCrashing()
    {
        if (Interlocked.Exchange(ref _reporting, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += Report;
        }
    }

    private static void Report(object sender, UnhandledExceptionEventArgs unhandled)
    {
        if (unhandled.ExceptionObject is StartupException failure)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.Exit(ExitCode);
        }
    }
}
