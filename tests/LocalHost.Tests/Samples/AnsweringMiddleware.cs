using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Logister.LocalHost.Tests.Samples;

/// <summary>Answers in the function's place.</summary>
internal sealed class AnsweringMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status418ImATeapot);
        return Task.CompletedTask;
    }
}
