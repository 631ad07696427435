using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Lets readers in: a token becomes the right to see what it opens. Senders enter by the <see cref="WriteDoor"/>.</summary>
public sealed class Gate(TokenGate tokens)
{
    /// <summary>The session of a reader.</summary>
    /// <exception cref="RefusedException">401.</exception>
    internal async Task<AccessSession> ForReadingAsync(HttpRequest request, CancellationToken cancellation) =>
        Credentials.ForReading(request) is { } token && await tokens.OpenForReadingAsync(token, cancellation) is { } session
            ? session
            : throw new RefusedException(Answers.ReadUnauthorized());

    /// <summary>A project a reader may see.</summary>
    /// <exception cref="RefusedException">401, or 404 when there is none the reader may see.</exception>
    internal async Task<ProjectScope> ForReadingAsync(HttpRequest request, string project, CancellationToken cancellation)
    {
        var session = await ForReadingAsync(request, cancellation);
        return await session.OpenAsync(project, cancellation) ?? throw new RefusedException(Answers.NotFound("project"));
    }
}
