using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions;

/// <summary>Hands out the description of this API.</summary>
public static class ShowOpenApi
{
    private const string Name = "openapi.yaml";

    private static readonly Lazy<byte[]> Content = new(Read);

    /// <summary>The description, UTF-8.</summary>
    internal static byte[] Description => Content.Value;

    /// <summary><c>GET /openapi.yaml</c></summary>
    [Function("ShowOpenApi")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = Name)] HttpRequest request)
    {
        request.Allow(HttpMethods.Get);
        return Results.Bytes(Description, "application/yaml; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var resource = typeof(ShowOpenApi).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not embedded.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
