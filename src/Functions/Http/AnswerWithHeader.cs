using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>An answer with one more header.</summary>
internal sealed class AnswerWithHeader(IResult answer, string name, string value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[name] = value;
        return answer.ExecuteAsync(httpContext);
    }
}
