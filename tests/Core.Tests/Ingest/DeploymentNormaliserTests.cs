using Logister.Core.Events;
using Xunit;

namespace Logister.Core.Tests.Ingest;

public sealed class DeploymentNormaliserTests
{
    private const string Whole = """{"release":"1","repository":"acme/shop","commit_sha":"ABCDEF1234"}""";

    [Fact]
    public void Release_repository_and_commit_are_enough()
    {
        var deployment = Some.Deployment(Whole);

        Assert.Equal(EventType.Deployment, deployment.Type);
        Assert.Equal(("1", "1", "production"), (deployment.Message, deployment.Release, deployment.Environment));
        Assert.Equal(("acme/shop", "abcdef1234", null), (deployment.Deployment?.Repository, deployment.Deployment?.CommitSha, deployment.Deployment?.Branch));
        Assert.Equal(Some.Now, deployment.OccurredAt);
    }

    [Theory]
    [InlineData("{}", "Release can't be blank", "Repository can't be blank", "Commit sha can't be blank")]
    [InlineData("""{"sha":"xyz"}""", "Release can't be blank", "Repository can't be blank", "Commit sha must be a 7 to 40 character commit SHA")]
    [InlineData("""{"release":"1","repo":"a/b","sha":"abcdef"}""", "Commit sha must be a 7 to 40 character commit SHA")]
    [InlineData("""{"release":"1","repo":"a/b","sha":"abcdefabcdefabcdefabcdefabcdefabcdefabcde"}""", "Commit sha must be a 7 to 40 character commit SHA")]
    [InlineData("""{"release":"1","repo":"shop","sha":"abcdef1"}""", "Repository full name must look like owner/repository")]
    [InlineData("""{"release":"1","repo":"a/b c","sha":"abcdef1"}""", "Repository full name must look like owner/repository")]
    [InlineData("""{"release":"1","repo":"shop","sha":"x"}""", "Commit sha must be a 7 to 40 character commit SHA")]
    public void Every_error_is_named_in_order(string envelope, params string[] errors) =>
        Assert.Equal(errors, Some.ErrorsOf(() => Some.Deployment(envelope)));

    [Theory]
    [InlineData("""{"deployment":{"release":"1","repository":"acme/shop","commit_sha":"abcdef1"}}""")]
    [InlineData("""{"Release":"1","github":{"repository":"acme/shop","sha":"abcdef1"}}""")]
    [InlineData("""{"release":"1","github":{"repo":"acme/shop","commitSha":"abcdef1"}}""")]
    [InlineData("""{"release":"1","git":{"repository":"acme/shop","commit_sha":"abcdef1"}}""")]
    [InlineData("""{"release":"1","githubRepository":"acme/shop","gitSha":"abcdef1"}""")]
    [InlineData("""{"release":"1","repo":"acme/shop","git":{"SHA":"abcdef1"}}""")]
    public void The_parts_are_found_wherever_they_stand(string envelope)
    {
        var deployment = Some.Deployment(envelope).Deployment;

        Assert.Equal(("acme/shop", "abcdef1"), (deployment?.Repository, deployment?.CommitSha));
    }

    [Theory]
    [InlineData("branch")]
    [InlineData("ref")]
    public void A_branch_loses_its_prefix(string key) =>
        Assert.Equal("main", With($"\"{key}\":\"refs/heads/main\"").Deployment?.Branch);

    [Theory]
    [InlineData("\"deployed_at\":\"2026-05-22\"")]
    [InlineData("\"deployment\":{\"deployed_at\":1779408000}")]
    public void Its_time_can_be_given(string members) =>
        Assert.Equal(new DateTimeOffset(2026, 5, 22, 0, 0, 0, TimeSpan.Zero), With(members).OccurredAt);

    [Theory]
    [InlineData("\"pull_request_number\":12", "pull_request_number", "12")]
    [InlineData("\"pull_request\":{\"number\":12}", "pull_request_url", "https://github.com/acme/shop/pull/12")]
    [InlineData("\"github\":{\"event\":{\"pull_request\":{\"number\":12}}}", "pull_request_number", "12")]
    [InlineData("\"branch\":\"refs/pull/12/merge\"", "pull_request_number", "12")]
    [InlineData("\"pull_request\":{\"number\":12,\"html_url\":\"https://h/p\"}", "pull_request_url", "https://h/p")]
    [InlineData("\"tag\":\"v1\"", "release_url", "https://github.com/acme/shop/releases/tag/v1")]
    [InlineData("\"github\":{\"release\":{\"tag_name\":\"v1\",\"html_url\":\"https://h/r\"}}", "release_url", "https://h/r")]
    [InlineData("\"releaseTag\":\"v1\"", "release_tag", "v1")]
    [InlineData("\"github\":{\"compare_url\":\"https://h/c\"}", "compare_url", "https://h/c")]
    [InlineData("\"workflow_run_url\":\"https://user:pw@h/w\"", "workflow_run_url", "https://[REDACTED]@h/w")]
    [InlineData("\"deployment\":{\"url\":\"https://h/d\"}", "deployment_url", "https://h/d")]
    public void It_links_to_what_it_came_from(string members, string name, string link) =>
        Assert.Equal(link, With(members).Deployment?.Links[name]);

    [Fact]
    public void Sent_again_it_has_the_same_identity()
    {
        Assert.Equal(Some.Deployment(Whole).Uuid, With("\"branch\":\"other\"").Uuid);
        Assert.NotEqual(Some.Deployment(Whole).Uuid, With("\"environment\":\"test\"").Uuid);
    }

    private static TelemetryEvent With(string members) => Some.Deployment(Whole.Insert(1, members + ","));
}
