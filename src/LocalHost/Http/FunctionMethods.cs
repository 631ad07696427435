using Microsoft.AspNetCore.Http;

namespace Logister.LocalHost.Http;

/// <summary>The HTTP methods of an endpoint; none means any.</summary>
internal sealed record FunctionMethods(IReadOnlyList<string> Methods)
{
    public bool Allow(HttpRequest request) => Methods.Count == 0 || Methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase);
}
