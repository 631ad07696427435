using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Logister.LocalHost.Tests.Samples;

internal sealed class RecordingMiddleware(Journal journal) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        journal.Add($"before {context.FunctionDefinition.Name}");
        await next(context);
        journal.Add($"after {context.FunctionDefinition.Name}");
    }
}
