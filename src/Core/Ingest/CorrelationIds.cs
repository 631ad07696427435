using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>Ids that clients put in more than one place.</summary>
internal static class CorrelationIds
{
    public static string? TraceId(EnvelopeFields fields) =>
        EnvelopeFields.Column(fields["trace_id"]) ?? EnvelopeFields.Column(TraceMember(fields, "traceId", "trace_id"));

    public static string? UserId(EnvelopeFields fields)
    {
        var user = fields["user"];
        return EnvelopeFields.Column(fields["user_id"]) ?? EnvelopeFields.Column(user.At("id")) ?? EnvelopeFields.Column(user);
    }

    /// <summary>A member of the context's <c>trace</c> object.</summary>
    public static JsonElement TraceMember(EnvelopeFields fields, string camelName, string name) =>
        fields["trace"].At(camelName) is var found && !found.IsBlank() ? found : fields["trace"].At(name);
}
