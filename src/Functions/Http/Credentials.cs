using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Finds the token of a request. A bearer token, even a wrong one, wins over the key header; other schemes do not count.</summary>
internal static class Credentials
{
    private const string Bearer = "Bearer";
    private const string ApiKeyHeader = "X-Api-Key";

    /// <summary>The token of the write API.</summary>
    public static string? ForWriting(HttpRequest request) =>
        TryBearer(request, out var token) ? token : NonBlank(request.Headers[ApiKeyHeader].ToString());

    /// <summary>The token of the read API, which takes no key header.</summary>
    public static string? ForReading(HttpRequest request) => TryBearer(request, out var token) ? token : null;

    private static bool TryBearer(HttpRequest request, out string? token)
    {
        token = null;
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || (header.Length > Bearer.Length && header[Bearer.Length] != ' '))
        {
            return false;
        }

        token = NonBlank(header[Bearer.Length..]);
        return true;
    }

    private static string? NonBlank(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
