using Logister.Core.Segments;
using Microsoft.Extensions.Configuration;

namespace Logister.Core.Projects;

/// <summary>
/// The access token that comes with a deployment, from the setting <c>Logister:AdminToken</c>: an admin that opens every
/// project and is stored nowhere, so that there is a way in before there is any other token, and after the last one is lost.
/// </summary>
internal sealed class DeploymentToken
{
    private const string Setting = "Logister:AdminToken";

    // A setting somebody typed is all that stands before everything; a made token has 77 characters.
    private const int MinLength = 32;

    // What the setting is when the platform could not fetch the secret it refers to: an address, and no secret.
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <exception cref="InvalidOperationException">The setting is too short to be a secret.</exception>
    public DeploymentToken(IConfiguration configuration)
    {
        if (configuration[Setting]?.Trim() is not { Length: > 0 } token || token.StartsWith(UnresolvedReference, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (token.Length < MinLength)
        {
            throw new InvalidOperationException($"{Setting} must have {MinLength} characters or more. Make one with: openssl rand -hex 32");
        }

        var digest = TokenDigest.Of(token);
        Token = new AccessToken { Id = StableId.Of("access token", Guid.Empty, digest), Digest = digest, Name = "Deployment", Role = AccessRole.Admin };
    }

    /// <summary>What it is; null when the deployment has none.</summary>
    public AccessToken? Token { get; }

    /// <summary>The token if this is its digest; compared in constant time.</summary>
    public AccessToken? Match(string digest) => Token is { } own && TokenDigest.Same(own.Digest, digest) ? own : null;
}
