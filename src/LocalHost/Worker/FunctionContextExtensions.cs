using Logister.LocalHost.Functions;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>HTTP of a <see cref="FunctionContext"/>.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The HTTP exchange that triggered the invocation; null if something else did.</summary>
    /// <param name="context">The invocation.</param>
    public static HttpContext? GetHttpContext(this FunctionContext context) => (context as Invocation)?.Http;
}
