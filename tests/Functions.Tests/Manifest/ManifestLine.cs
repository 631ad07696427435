namespace Logister.Functions.Tests.Manifest;

/// <summary>One line of routes.txt: a method of a route, who is let in, and how large a body may be.</summary>
internal sealed record ManifestLine(string Method, string Template, string Caller, string Limit)
{
    public const string Anybody = "anybody";
    public const string ProjectToken = "project";
    public const string Viewer = "viewer";
    public const string Admin = "admin";
    public const string Nobody = "nobody";
    public const string NoLimit = "-";

    private static string File => Path.Combine(AppContext.BaseDirectory, "Manifest", "routes.txt");

    public static IReadOnlyList<ManifestLine> ReadAll() => [.. System.IO.File.ReadLines(File).Where(static line => line.Length > 0 && line[0] != '#').Select(Parse)];

    public override string ToString() => $"{Method,-7} {Template,-75} {Caller,-8} {Limit}";

    private static ManifestLine Parse(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var method, var template, var caller, var limit]
            ? new ManifestLine(method, template, caller, limit)
            : throw new InvalidDataException($"routes.txt: {line}");
}
