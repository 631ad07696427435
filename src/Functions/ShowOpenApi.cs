using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions;

/// <summary>Hands out the description of this API.</summary>
public static class ShowOpenApi
{
    private const string Document = "openapi.yaml";

    /// <summary><c>GET /openapi.yaml</c></summary>
    [Function("ShowOpenApi")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = Document)] HttpRequest request)
    {
        request.Allow(HttpMethods.Get);
        return Results.Stream(
            typeof(ShowOpenApi).Assembly.GetManifestResourceStream(Document) ?? throw new InvalidOperationException($"{Document} is not embedded."),
            "application/yaml; charset=utf-8");
    }
}
