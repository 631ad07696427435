using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Logister.Functions.Http;

/// <summary>
/// Notes the use of a project token after what it sent was accepted. What is refused is thrown, and so not noted.
/// </summary>
internal sealed class NoteTokenUse(TokenUse use) : IFunctionsWorkerMiddleware
{
    private static readonly object TokenKey = new();

    /// <summary>Remembers, until the function has returned, whose request it is.</summary>
    public static ProjectScope Remember(HttpRequest request, string token, ProjectScope project)
    {
        request.HttpContext.Items[TokenKey] = token;
        return project;
    }

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (context.GetHttpContext()?.Items[TokenKey] is string token)
        {
            await use.NoteAsync(token, context.CancellationToken);
        }
    }
}
