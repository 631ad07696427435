using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions;

/// <summary>Answers every path nobody else does. The host tries routes in the order of function names, hence this one's.</summary>
public static class UnknownPath
{
    /// <summary>Any method, any path.</summary>
    [Function("ZUnknownPath")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => Answers.NotFound("path");
}
