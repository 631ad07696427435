using Logister.Core.Ingest;
using Logister.Core.Projects;
using Logister.Functions.Limits;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>
/// The door of the write API: every check before a function's own work, in the order clients can observe. Method, requests
/// of the address, declared length, token, requests of the token, media type, body.
/// </summary>
public sealed class WriteDoor(TokenGate tokens, RateLimits limits, TokenUse uses, RefusalLog refusals, UnansweredRequests<IResult> unanswered)
{
    /// <summary>Lets a request in, reads its body and has it answered.</summary>
    /// <exception cref="RefusedException">It was not let in.</exception>
    internal async Task<IResult> AnswerAsync(HttpRequest request, WriteRoute route, WriteWork work, CancellationToken cancellation)
    {
        if (route.IsForBrowsers)
        {
            Cors.Write(request.HttpContext.Response);
            if (HttpMethods.IsOptions(request.Method))
            {
                return Cors.Preflight(request.HttpContext.Response);
            }
        }

        var access = await EnterAsync(request, route, cancellation);
        try
        {
            route.DemandMediaType(request);
            var body = await RequestBody.ReadAsync(request, route.Refusals, cancellation);
            var answer = await OnceAsync(request, route, access, body, work);
            Note(answer, route, access);
            return answer;
        }
        catch (Exception failure) when (RefusalReason.Of(failure, route) is { } filed)
        {
            refusals.Note(access.Project, filed.Reason, route.Name, access.TokenId, filed.Detail);
            throw;
        }
    }

    /// <summary>Lets a request in by its method, its address and its token.</summary>
    /// <exception cref="RefusedException">It was not let in.</exception>
    internal async Task<WriteAccess> EnterAsync(HttpRequest request, WriteRoute route, CancellationToken cancellation)
    {
        request.Allow(route.IsForBrowsers ? [route.Method, HttpMethods.Options] : [route.Method]);
        RateDemand.Write(request, limits.PreAuth(request), tellAlways: false);
        if (route.Refusals == BodyRefusals.Single)
        {
            RequestBody.DemandDeclaredLength(request, route.Refusals);
        }

        var admission = await tokens.OpenForWritingAsync(Credentials.ForWriting(request), cancellation);
        if (admission.IsMobile && (route.MakesMobileTokens || (admission.Access is not null && !route.IsForMobile)))
        {
            NoteRefused(admission, "mobile_ingest_token_forbidden", route);
            throw new RefusedException(Answers.OutOfScope("Forbidden"));
        }

        if (admission.Access is not { } access)
        {
            RateDemand.Write(request, limits.AuthFailure(request));
            NoteRefused(admission, admission.Reason!, route);
            throw new RefusedException(Answers.Unauthorized());
        }

        RateDemand.Write(request, limits.Accepted(access, route.Label));
        return access;
    }

    /// <summary>Counts further envelopes of a request that was let in.</summary>
    /// <exception cref="RefusedException">429.</exception>
    internal void DemandMore(HttpRequest request, WriteRoute route, WriteAccess access, int envelopes) =>
        RateDemand.Write(request, limits.Accepted(access, route.Label, envelopes));

    private void NoteRefused(WriteAdmission admission, string reason, WriteRoute route)
    {
        if ((admission.Project ?? admission.Access?.Project) is { } project)
        {
            refusals.Note(project, reason, route.Name, admission.Access?.TokenId);
        }
    }

    private void Note(IResult answer, WriteRoute route, WriteAccess access)
    {
        if (answer is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            refusals.Note(access.Project, route.InvalidReason, route.Name, access.TokenId);
        }
        else
        {
            uses.Note(access);
        }
    }

    /// <summary>Does the work, unless it was begun for the same request before, and its client left without the answer.</summary>
    private async Task<IResult> OnceAsync(HttpRequest request, WriteRoute route, WriteAccess access, RequestBody body, WriteWork work)
    {
        var left = request.HttpContext.RequestAborted;
        if (!route.MergesRetries)
        {
            return await WorkAsync(earlier: null, access, body, work).WaitAsync(left);
        }

        var key = RequestDigest.Of(access.TokenId, route.Name, body.Memory.Span);
        var answer = WorkAsync(unanswered.Take(key), access, body, work);
        try
        {
            return await answer.WaitAsync(left);
        }
        finally
        {
            // Before the answer goes out, so that a client that got it and then hung up is not taken for one that did not.
            if (left.IsCancellationRequested)
            {
                unanswered.Remember(key, answer);
            }
        }
    }

    private static async Task<IResult> WorkAsync(Task<IResult>? earlier, WriteAccess access, RequestBody body, WriteWork work)
    {
        using (body)
        {
            if (earlier is not null)
            {
                await ((Task)earlier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (earlier.IsCompletedSuccessfully)
                {
                    return await earlier;
                }
            }

            return await work(access, body.Memory, CancellationToken.None);
        }
    }
}
