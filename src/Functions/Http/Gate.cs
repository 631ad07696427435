using Logister.Core.Projects;
using Logister.Functions.Limits;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Lets readers in: a token becomes the right to see what it opens. Senders enter by the <see cref="WriteDoor"/>.</summary>
public sealed class Gate(TokenGate tokens, RateLimits limits)
{
    /// <summary>The session of a reader.</summary>
    /// <exception cref="RefusedException">401, or 429.</exception>
    internal async Task<AccessSession> ForReadingAsync(HttpRequest request, CancellationToken cancellation)
    {
        RateDemand.Read(request, limits.ReadPreAuth(request), tellAlways: false);
        if (Credentials.ForReading(request) is not { } token || await tokens.OpenForReadingAsync(token, cancellation) is not { } session)
        {
            throw new RefusedException(Answers.ReadUnauthorized());
        }

        RateDemand.Read(request, limits.Read(session.Token));
        return session;
    }

    /// <summary>A project a reader may see.</summary>
    /// <exception cref="RefusedException">401, or 404 when there is none the reader may see.</exception>
    internal async Task<ProjectScope> ForReadingAsync(HttpRequest request, string project, CancellationToken cancellation)
    {
        var session = await ForReadingAsync(request, cancellation);
        return await OpenAsync(session, project, cancellation);
    }

    /// <summary>A project a reader may see.</summary>
    /// <exception cref="RefusedException">404.</exception>
    internal static async Task<ProjectScope> OpenAsync(AccessSession session, string project, CancellationToken cancellation) =>
        await session.OpenAsync(project, cancellation) ?? throw new RefusedException(Answers.NotFound("project"));

    /// <summary>The session of an admin.</summary>
    /// <exception cref="RefusedException">401, or 403 when the reader is no admin.</exception>
    internal async Task<AccessSession> ForManagingAsync(HttpRequest request, CancellationToken cancellation) =>
        DemandAdmin(await ForReadingAsync(request, cancellation));

    /// <summary>A project an admin may manage.</summary>
    /// <exception cref="RefusedException">401, 404 when there is none the reader may see, or 403 when the reader is no admin.</exception>
    internal async Task<ProjectScope> ForManagingAsync(HttpRequest request, string project, CancellationToken cancellation)
    {
        var session = await ForReadingAsync(request, cancellation);
        var scope = await OpenAsync(session, project, cancellation);
        DemandAdmin(session);
        return scope;
    }

    private static AccessSession DemandAdmin(AccessSession session) => session.Token.Role == AccessRole.Admin
        ? session
        : throw new RefusedException(Answers.Forbidden("Your token may read and triage. Managing takes one with the role admin."));
}
