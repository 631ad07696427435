using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>
/// Opaque cursors: a place in a list, signed together with the list, the project and the filters it was made for, so that
/// a cursor cannot be changed or used for another query.
/// </summary>
public sealed class Cursors(InstanceSecret secret)
{
    private const int MaxLength = 8192;
    private const int SignatureBytes = 16;

    // What may change from page to page without making it another list.
    private static readonly HashSet<string> Unbound = new(StringComparer.OrdinalIgnoreCase) { "cursor", "after_cursor", "limit", "include_context", "summary" };

    /// <summary>The cursor of a request.</summary>
    /// <exception cref="RefusedException">422: it is not of this list, project and filters.</exception>
    internal async Task<Cursor> OpenAsync(
        HttpRequest request, string list, ProjectScope project, CancellationToken cancellation, string parameter = "cursor")
    {
        var key = await secret.ReadAsync(cancellation);
        var binding = Binding(request, list, project);
        var sent = request.Query[parameter].ToString();
        return new Cursor(sent.Length == 0 ? null : Verify(sent, key, binding), place => Sign(place, key, binding));
    }

    private static string Binding(HttpRequest request, string list, ProjectScope project)
    {
        var filters = request.Query
            .Where(static parameter => !Unbound.Contains(parameter.Key))
            .OrderBy(static parameter => parameter.Key, StringComparer.Ordinal)
            .Select(static parameter => $"{parameter.Key}={parameter.Value}");
        return string.Join('\n', [list, project.Project.Id.ToString("N"), .. filters]);
    }

    private static string Sign(string place, byte[] key, string binding) =>
        Base64Url.EncodeToString([.. Signature(place, key, binding), .. Encoding.UTF8.GetBytes(place)]);

    private static string Verify(string cursor, byte[] key, string binding)
    {
        if (cursor.Length <= MaxLength && Base64Url.IsValid(cursor) && Base64Url.DecodeFromChars(cursor) is { Length: > SignatureBytes } bytes)
        {
            var place = Encoding.UTF8.GetString(bytes.AsSpan(SignatureBytes));
            if (CryptographicOperations.FixedTimeEquals(Signature(place, key, binding), bytes.AsSpan(0, SignatureBytes)))
            {
                return place;
            }
        }

        throw new RefusedException(Answers.InvalidCursor());
    }

    private static byte[] Signature(string place, byte[] key, string binding) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{binding}\n\n{place}"))[..SignatureBytes];
}
