using System.Reflection;

namespace Logister.Infra.Tests;

/// <summary>Where the sources are that these tests look at.</summary>
internal static class Repository
{
    public static string Path(string relative) => System.IO.Path.Combine(Metadata("Repository"), relative);

    /// <summary>What the project file left for the tests to know.</summary>
    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
