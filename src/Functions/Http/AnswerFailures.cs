using Logister.Core.Ingest;
using Logister.Core.Projects;
using Logister.Core.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Logister.Functions.Http;

/// <summary>
/// Turns what a function throws into the answer a client can act on. Queue and timer functions pass through: there a
/// failure is the host's to retry.
/// </summary>
internal sealed partial class AnswerFailures(ILogger<AnswerFailures> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (BadHttpRequestException broken)
        {
            context.GetInvocationResult().Value = Results.StatusCode(broken.StatusCode);
        }
#pragma warning disable CA1031 // Do not catch general exception types: an unknown failure is logged here and answered as JSON, or the host would answer with nothing.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            context.GetInvocationResult().Value = Known(failure) ?? Unknown(failure, context);
        }
    }

    private IResult? Known(Exception failure)
    {
        switch (failure)
        {
            case RefusedException refused:
                return refused.Answer;
            case MalformedJsonException or EnvelopeMissingException:
                return Answers.BadRequest(failure.Message);
            case PayloadTooLargeException exceeded:
                return Answers.TooLarge(exceeded);
            case InvalidEventException invalid:
                return Answers.Invalid(invalid.Errors);
            case InvalidChangeException invalid:
                return Answers.Invalid(invalid.Errors);
            case MobileConflictException conflict:
                return Answers.Invalid(conflict.Errors);
            case MobileScopeException:
                return Answers.OutOfScope(failure.Message);
            case BatchRefusedException refused:
                return Answers.BatchRefused(refused);
            case IngestOverloadedException:
                return Answers.StorageUnavailable();
            case var outage when StorageOutage.Is(outage):
                StorageFailed(outage);
                return Answers.StorageUnavailable();
            default:
                return null;
        }
    }

    private IResult Unknown(Exception failure, FunctionContext context)
    {
        FunctionFailed(failure, context.FunctionDefinition.Name, context.InvocationId);
        return Answers.InternalError(context.InvocationId);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage did not answer; the client was told to send again")]
    private partial void StorageFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed in invocation {Invocation}")]
    private partial void FunctionFailed(Exception failure, string function, string invocation);
}
