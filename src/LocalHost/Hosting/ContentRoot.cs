namespace Logister.LocalHost.Hosting;

/// <summary>The folder of host.json, local.settings.json and .azurite.</summary>
internal static class ContentRoot
{
    public const string HostFile = "host.json";

    private const string DataFolder = ".azurite";

    /// <summary>
    /// The nearest folder above the current one, or above the assembly, that holds host.json. The build copies host.json
    /// beside the assembly; that copy is the last resort, because the data must not land in a build folder.
    /// </summary>
    public static string Find() => Find(Environment.CurrentDirectory, AppContext.BaseDirectory);

    public static string Find(string currentDirectory, string assemblyDirectory)
    {
        var beside = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(assemblyDirectory)));
        return Above(new DirectoryInfo(Path.GetFullPath(currentDirectory)))
            .Concat(Above(beside))
            .FirstOrDefault(folder => folder.FullName != beside.FullName && File.Exists(Path.Combine(folder.FullName, HostFile)))
            ?.FullName ?? beside.FullName;
    }

    /// <summary>Where the emulator, its data and the timers' last runs are kept.</summary>
    public static string Data(string contentRoot) => Path.Combine(contentRoot, DataFolder);

    private static IEnumerable<DirectoryInfo> Above(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            yield return folder;
        }
    }
}
