using System.Globalization;
using Logister.Core.Projects;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Ingest;

/// <summary>A mobile token just made, shown this once.</summary>
internal sealed record MobileTokenAnswer(
    string Token,
    string ExpiresAt,
    string Platform,
    string Service,
    string Environment,
    string? Release,
    string? SessionId,
    IReadOnlyList<string> AllowedEventTypes)
{
    public static IResult To(NewMobileToken made)
    {
        var binding = made.Binding;
        var expiresAt = made.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Results.Json(
            new MobileTokenAnswer(
                made.Token, expiresAt, binding.Platform, binding.Service, binding.Environment, binding.Release, binding.SessionId, binding.AllowedEventTypes),
            ApiJson.Default.MobileTokenAnswer,
            statusCode: StatusCodes.Status201Created);
    }
}
