using FsCheck.Xunit;
using Logister.Core.Segments;
using Xunit;

namespace Logister.Core.Tests.Segments;

public sealed class IdFilterTests
{
    [Property]
    public bool A_filter_never_misses_what_it_holds(string?[] some)
    {
        var ids = some.OfType<string>().ToHashSet();
        var filter = IdFilter.Make(ids);

        return ids.All(id => IdFilter.MayHold(filter, id));
    }

    [Fact]
    public void Of_what_it_does_not_hold_it_lets_few_pass()
    {
        var filter = IdFilter.Make(Enumerable.Range(0, 1000).Select(static id => $"trace:{id}").ToHashSet());

        var passed = Enumerable.Range(1000, 10_000).Count(id => IdFilter.MayHold(filter, $"trace:{id}"));

        Assert.InRange(passed, 0, 200);
    }

    [Fact]
    public void An_empty_or_absent_filter_holds_nothing()
    {
        Assert.False(IdFilter.MayHold([], "trace:1"));
        Assert.False(IdFilter.MayHold(null, "trace:1"));
        Assert.Empty(IdFilter.Make(new HashSet<string>()));
    }
}
