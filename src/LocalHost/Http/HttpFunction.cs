using Logister.LocalHost.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Http;

/// <summary>Answers a request with a function.</summary>
internal sealed partial class HttpFunction(LocalFunction function, ILogger<HttpFunction> log)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var invocation = new Invocation(function, http.Request, http.RequestServices, http.RequestAborted);
        try
        {
            await function.RunAsync(invocation);

            // After the middleware, as with the real worker: it sees the result, not the bytes.
            if (invocation.Result is IResult result)
            {
                await result.ExecuteAsync(http);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogAborted(log, function.Name);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            AnswerEmpty(http, bad.StatusCode);
        }
        // CA1031 Do not catch general exception types: whatever a function throws, the process lives on.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(log, failure, function.Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
            }
            else
            {
                AnswerEmpty(http, StatusCodes.Status500InternalServerError);
            }
        }
    }

    private static void AnswerEmpty(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed")]
    private static partial void LogFailed(ILogger log, Exception failure, string function);

    [LoggerMessage(2, LogLevel.Debug, "The client of function {Function} went away")]
    private static partial void LogAborted(ILogger log, string function);
}
