using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>The small JSON objects the management API takes. Fields it does not know are passed over.</summary>
internal static class ManageBody
{
    private const string Expected = "The body must be a JSON object.";

    /// <exception cref="RefusedException">400: no JSON object.</exception>
    /// <exception cref="InvalidChangeException">A field is of the wrong type.</exception>
    /// <exception cref="Core.Ingest.PayloadTooLargeException">More bytes than allowed.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        using var body = await RequestBody.ReadAsync(request, BodyRefusals.Management, cancellation);
        using var document = Parse(body.Memory);
        try
        {
            return document.RootElement.Deserialize(type) ?? throw new RefusedException(Answers.BadRequest(Expected));
        }
        catch (JsonException mistyped)
        {
            // The path reads "$.name" or "$.projects[3]"; a sentence about it is all a caller can use.
            throw new InvalidChangeException($"{mistyped.Path?.TrimStart('$', '.')} has the wrong type");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw new RefusedException(Answers.BadRequest(Expected));
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw new RefusedException(Answers.BadRequest(Expected));
    }
}
