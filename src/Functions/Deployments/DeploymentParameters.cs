using Logister.Core.Deployments;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Deployments;

/// <summary>The filters of a list of deployments as they stand in the query string.</summary>
internal static class DeploymentParameters
{
    private const int MaxText = 200;

    public static Func<Deployment, bool> Read(HttpRequest request, DateTimeOffset now)
    {
        var repository = Query.Text(request, MaxText, "repository");
        var environment = Query.Text(request, MaxText, "environment", "env");
        var source = Query.Text(request, MaxText, "source");
        var release = Query.Text(request, MaxText, "release");
        var text = Query.Text(request, MaxText, "q", "query");
        var window = TimeWindow.Read(request, now);
        return deployment =>
            Is(repository, deployment.Repository)
            && Is(environment, deployment.Environment)
            && Is(source, deployment.Source)
            && Is(release, deployment.Release)
            && !(deployment.DeployedAt < window?.Since)
            && !(deployment.DeployedAt >= window?.Until)
            && (text is null || Holds(text, deployment.Release) || Holds(text, deployment.Repository) || Holds(text, deployment.CommitSha) || Holds(text, deployment.Branch));
    }

    private static bool Is(string? wanted, string value) => wanted is null || wanted == value;

    private static bool Holds(string text, string? field) => field?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
