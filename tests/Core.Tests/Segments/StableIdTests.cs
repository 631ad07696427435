using FsCheck.Xunit;
using Logister.Core.Segments;
using Xunit;

namespace Logister.Core.Tests.Segments;

public sealed class StableIdTests
{
    [Property]
    public bool Different_parts_have_different_ids_however_they_read_together(string? a, string? b, string? c)
    {
        var (one, two, three) = (a ?? "", b ?? "", c ?? "");
        return StableId.Of("k", Some.Project, one, two) == StableId.Of("k", Some.Project, one, two)
            && (two.Length == 0 || StableId.Of("k", Some.Project, one + two, three) != StableId.Of("k", Some.Project, one, two + three))
            && StableId.Of("k", Some.Project, one, two) != StableId.Of("k", Some.Project, one, two, three);
    }

    [Fact]
    public void Kinds_and_projects_are_kept_apart()
    {
        var id = StableId.Of("monitor", Some.Project, "a");

        Assert.NotEqual(id, StableId.Of("deployment", Some.Project, "a"));
        Assert.NotEqual(id, StableId.Of("monitor", Guid.Empty, "a"));
    }

    [Fact]
    public void Ids_never_change_because_they_are_keys_of_stored_rows() =>
        Assert.Equal(new Guid("cd2b4ff6-d143-8b02-b04c-f0e6cdea3ac6"), StableId.Of("monitor", Some.Project, "nightly", "production"));
}
