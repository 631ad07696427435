namespace Logister.Core.Deployments;

/// <summary>A release that went out to an environment, and the commit it was built from.</summary>
public sealed record Deployment
{
    /// <summary>The deployment's id; follows from project, repository, environment and release.</summary>
    public required Guid Id { get; init; }

    /// <summary>The release.</summary>
    public required string Release { get; init; }

    /// <summary>Where it went.</summary>
    public required string Environment { get; init; }

    /// <summary><c>owner/repository</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>7 to 40 lower-case hex digits.</summary>
    public required string CommitSha { get; init; }

    /// <summary>The branch it was built from.</summary>
    public string? Branch { get; init; }

    /// <summary>When it went out, as far as known.</summary>
    public DateTimeOffset DeployedAt { get; init; }

    /// <summary><c>api</c> when it was announced, <c>telemetry</c> when an event bore witness to it.</summary>
    public required string Source { get; init; }

    /// <summary>Links and numbers of the pull request, release, comparison and workflow run, by name.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }
}
