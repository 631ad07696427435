using System.Text.Json;
using Logister.Core.Deployments;
using Logister.Core.Events;

namespace Logister.Core.Ingest;

/// <summary>Turns a deployment into the event that is stored. Sent again, it has the same identity and replaces the earlier one.</summary>
public static class DeploymentNormaliser
{
    /// <summary>Normalises, redacts and validates one deployment.</summary>
    /// <param name="envelope">The root of <see cref="Envelope.OfDeployment"/>.</param>
    /// <param name="rules">The project's rules.</param>
    /// <param name="receivedAt">When the request was received; stands in for a time that is missing or not believable.</param>
    /// <param name="projectId">The project, part of the deployment's identity.</param>
    /// <exception cref="InvalidEventException">It names no release, repository or commit, or not in their forms.</exception>
    public static TelemetryEvent Normalise(JsonElement envelope, IngestRules rules, DateTimeOffset receivedAt, Guid projectId)
    {
        var fields = new EnvelopeFields(envelope);
        var release = DeploymentFields.Release(fields);
        var repository = DeploymentFields.Repository(fields);
        var sha = DeploymentFields.CommitSha(fields);
        if (release is null || repository is null || sha is null || !DeploymentFields.IsSha(sha) || !RepositoryName.IsFullName(repository))
        {
            throw new InvalidEventException(Errors(release, repository, sha));
        }

        var environment = DeploymentFields.Environment(fields) ?? rules.DefaultEnvironment;
        var additions = new ContextAdditions(fields);
        additions.MoveAllBut(name => name == "context");
        additions.Lift("environment", environment);
        return new TelemetryEvent
        {
            Type = EventType.Deployment,
            Uuid = DeploymentWitness.IdOf(projectId, repository, environment, release),
            Message = release,
            OccurredAt = EventTime.Believable(DeploymentFields.DeployedAt(fields), receivedAt),
            Environment = environment,
            Release = release,
            Deployment = DeploymentFields.Details(fields, repository, sha),
            Context = ContextWriter.Write(fields.ContextRoot, additions.Span, rules.Redaction),
        };
    }

    private static List<string> Errors(string? release, string? repository, string? sha)
    {
        var errors = new List<string>();
        if (release is null)
        {
            errors.Add("Release can't be blank");
        }

        if (repository is null)
        {
            errors.Add("Repository can't be blank");
        }

        if (sha is null)
        {
            errors.Add("Commit sha can't be blank");
        }
        else if (!DeploymentFields.IsSha(sha))
        {
            errors.Add("Commit sha must be a 7 to 40 character commit SHA");
        }

        if (errors.Count == 0)
        {
            errors.Add("Repository full name must look like owner/repository");
        }

        return errors;
    }
}
