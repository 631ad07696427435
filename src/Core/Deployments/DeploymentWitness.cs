using Logister.Core.Events;
using Logister.Core.Segments;
using Logister.Core.Storage;

namespace Logister.Core.Deployments;

/// <summary>What an announcement, or an event that names release, repository and commit, says of a deployment. Pure.</summary>
internal static class DeploymentWitness
{
    private const string Announced = "api";
    private const string Witnessed = "telemetry";
    private const int MaxText = 500;

    public static Guid IdOf(Guid projectId, string repository, string environment, string? release) =>
        StableId.Of("deployment", projectId, repository, environment, release);

    /// <returns>The deployment as it now stands, or the same instance when nothing new was said.</returns>
    public static Deployment Apply(Deployment? known, Guid id, TelemetryEvent value)
    {
        var details = value.Deployment ?? throw new ArgumentException("The event names no deployment.", nameof(value));
        var announced = value.Type == EventType.Deployment;

        // An event is only a witness: it neither moves the date of a deployment nor overrules what was announced.
        if (known is not null && !announced && (known.Source == Announced || known.CommitSha == details.CommitSha))
        {
            return known;
        }

        var links = new Dictionary<string, string>(known?.Links ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (name, link) in details.Links)
        {
            links[name] = Text.Cut(link, MaxText);
        }

        return new Deployment
        {
            Id = id,
            Release = Text.Cut(value.Release ?? string.Empty, MaxText),
            Environment = Text.Cut(value.Environment, MaxText),
            Repository = Text.Cut(details.Repository, MaxText),
            CommitSha = details.CommitSha,
            Branch = details.Branch is { } branch ? Text.Cut(branch, MaxText) : known?.Branch,
            DeployedAt = value.OccurredAt,
            Source = announced ? Announced : Witnessed,
            Links = links,
        };
    }
}
