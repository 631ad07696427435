using System.Net.Mime;
using System.Text;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions;

/// <summary>The API at a glance, for a browser: what the description at <c>/openapi.yaml</c> says, as one page.</summary>
public static class ShowDocs
{
    /// <summary><c>GET /docs</c></summary>
    [Function("ShowDocs")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "docs")] HttpRequest request)
    {
        request.Allow(HttpMethods.Get);
        return new AnswerWithHeader(
            Results.Content(ReferencePage.Html, MediaTypeNames.Text.Html, Encoding.UTF8),
            "Content-Security-Policy",
            "default-src 'none'");
    }
}
