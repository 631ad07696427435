using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>The identity a client gave an event, under which a repeated sending is recognised.</summary>
internal readonly record struct ClientIdentity(string? Field, Guid? Uuid)
{
    /// <summary>Reads <c>uuid</c>, else <c>event_id</c>.</summary>
    /// <param name="top">The envelope's own fields.</param>
    /// <param name="errors">Is told of an identity that is no uuid.</param>
    public static ClientIdentity Read(ObjectFields top, List<string> errors)
    {
        var field = top["uuid"].IsBlank() ? "event_id" : "uuid";
        var sent = top[field];
        if (sent.IsBlank())
        {
            return default;
        }

        if (sent.ValueKind == JsonValueKind.String && Guid.TryParseExact(sent.GetString(), "D", out var uuid))
        {
            return new ClientIdentity(field, uuid);
        }

        errors.Add("Uuid is invalid");
        return default;
    }
}
