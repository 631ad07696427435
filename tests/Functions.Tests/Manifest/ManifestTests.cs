using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests.Manifest;

/// <summary>
/// What the app serves, to whom, and how much it takes, frozen in routes.txt: a change of any of it has to be made there
/// too, where a reviewer sees it.
/// </summary>
public sealed class ManifestTests(Emulator emulator)
{
    private const string Forbidden = "\"code\":\"forbidden\"";

    private readonly Probe _probe = new(emulator.App);

    [Fact]
    public async Task Every_route_is_served_as_the_manifest_says()
    {
        var observed = new List<string>();
        foreach (var route in ServedRoute.All)
        {
            observed.AddRange((await _probe.ObserveAsync(route)).Select(static line => line.ToString()));
        }

        var expected = ManifestLine.ReadAll().Select(static line => line.ToString()).Order(StringComparer.Ordinal).ToList();
        observed.Sort(StringComparer.Ordinal);
        Assert.True(
            expected.SequenceEqual(observed),
            $"""
            routes.txt no longer tells what the app serves.
            Not served so:
            {string.Join('\n', expected.Except(observed))}
            Not in the manifest:
            {string.Join('\n', observed.Except(expected))}
            """);
    }

    [Fact]
    public void No_two_routes_fit_the_same_path()
    {
        // The host takes the first function by name whose route fits, however exact another one is.
        var routes = ServedRoute.All.Where(static route => !route.IsCatchAll).ToList();

        Assert.NotEmpty(routes);
        Assert.Empty(
            from first in routes
            from second in routes
            where string.CompareOrdinal(first.Function, second.Function) < 0 && first.Overlaps(second)
            select $"{first.Function} and {second.Function}");
        Assert.True(ServedRoute.All[^1].IsCatchAll);
    }

    [Fact]
    public async Task Nobody_reads_or_manages_without_an_access_token()
    {
        var project = await emulator.App.NewProjectAsync();
        foreach (var line in Guarded())
        {
            Assert.Equal((line, 401), (line, (await _probe.CallAsync(line.Method, line.Template, project, token: null)).Status));
            Assert.Equal((line, 401), (line, (await _probe.CallAsync(line.Method, line.Template, project, "wrong")).Status));
            Assert.Equal((line, 401), (line, (await _probe.CallAsync(line.Method, line.Template, project, project.WriteToken)).Status));
        }
    }

    [Fact]
    public async Task Nobody_finds_a_project_their_token_does_not_open()
    {
        var (project, other) = (await emulator.App.NewProjectAsync(), await emulator.App.NewProjectAsync());
        string[] strangers = [other.ReadToken, await _probe.AdminOfAsync(other)];
        foreach (var line in Guarded().Where(static line => line.Template.Contains("{project}", StringComparison.Ordinal)))
        {
            foreach (var stranger in strangers)
            {
                Assert.Equal((line, 404), (line, (await _probe.CallAsync(line.Method, line.Template, project, stranger)).Status));
            }
        }
    }

    [Fact]
    public async Task A_viewer_is_told_that_managing_takes_an_admin()
    {
        var project = await emulator.App.NewProjectAsync();
        foreach (var line in Guarded().Where(static line => line.Caller == ManifestLine.Admin))
        {
            var answer = await _probe.CallAsync(line.Method, line.Template, project, project.ReadToken);

            Assert.Equal((line, 403), (line, answer.Status));
            Assert.Contains(Forbidden, answer.Body, StringComparison.Ordinal);
        }
    }

    private static List<ManifestLine> Guarded()
    {
        var guarded = ManifestLine.ReadAll().Where(static line => line.Caller is ManifestLine.Viewer or ManifestLine.Admin).ToList();
        Assert.NotEmpty(guarded);
        return guarded;
    }
}
