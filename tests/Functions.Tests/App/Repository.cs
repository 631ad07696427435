namespace Logister.Functions.Tests.App;

/// <summary>Where the source lies.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution, above this assembly.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Logister.Functions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie below the solution.");
    }
}
