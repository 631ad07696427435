using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Logister.LocalHost.Http;

/// <summary>
/// Lets a route match only with a method its function lists. ASP.NET Core's own method matching would answer 405 where the
/// real host goes on to the next route, and finally answers 404.
/// </summary>
internal sealed class FunctionMethodMatching : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
        => endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<FunctionMethods>() is { Methods.Count: > 0 });

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && candidates[index].Endpoint.Metadata.GetMetadata<FunctionMethods>()?.Allow(httpContext.Request) == false)
            {
                candidates.SetValidity(index, false);
            }
        }

        return Task.CompletedTask;
    }
}
