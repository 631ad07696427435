using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Xunit;

namespace Logister.LocalHost.Tests;

/// <summary>The two hosts cannot drift apart: what stands in for the real packages is what docs/ says they have.</summary>
public sealed class WorkerSurfaceTests
{
    [Fact]
    public void Each_type_that_stands_in_for_a_real_one_is_as_the_page_says()
    {
        var declared = typeof(FunctionsApplication).Assembly.GetExportedTypes()
            .Where(static type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal));

        Assert.Equal(Page(), string.Join('\n', PublicSurface.Of(declared)));
    }

    [Fact]
    public void Nothing_else_is_visible_to_the_app() =>
        Assert.DoesNotContain(
            typeof(FunctionsApplication).Assembly.GetExportedTypes(),
            static type => !type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal));

    [Fact]
    public void What_is_left_unsaid_means_what_it_means_there()
    {
        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute().AuthLevel);
        Assert.Equal(AuthorizationLevel.Anonymous, new HttpTriggerAttribute("get").AuthLevel);
        Assert.True(new TimerTriggerAttribute("0 * * * * *").UseMonitor);
        Assert.False(new TimerTriggerAttribute("0 * * * * *").RunOnStartup);
    }

    /// <summary>The block of the page, without the empty lines that are there for the reader.</summary>
    private static string Page()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "functions-worker-surface.md"));
        return string.Join('\n', lines.SkipWhile(static line => line != "```text").Skip(1).TakeWhile(static line => line != "```").Where(static line => line.Length > 0));
    }
}
