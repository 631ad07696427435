using System.Text.Json;
using Logister.Core.Projects;

namespace Logister.Core.Ingest;

/// <summary>
/// The part of a body that describes one event, within its limits and parsed. Elements taken from it must not be used
/// after it is disposed.
/// </summary>
public sealed class Envelope : IDisposable
{
    private static readonly HashSet<string> CheckInKeys = new(StringComparer.Ordinal)
    {
        "slug", "status", "occurred_at", "environment", "release", "expected_interval_seconds", "duration_ms",
        "trace_id", "request_id", "uuid", "event_id",
    };

    private static readonly HashSet<string> DeploymentKeys = new(StringComparer.Ordinal)
    {
        "release", "environment", "repository", "repo", "github_repository", "commit_sha", "sha", "branch", "deployed_at",
    };

    private readonly JsonDocument _document;

    private Envelope(ReadOnlyMemory<byte> slice, bool measured = false)
    {
        if (!measured)
        {
            PayloadLimits.Check(slice.Span);
        }

        _document = JsonDocument.Parse(slice);
    }

    /// <summary>The envelope: a JSON object.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>Finds the event: a non-empty object under <c>event</c>, else under <c>EVENT</c>.</summary>
    /// <param name="body">A body after <see cref="JsonBody.Repair"/>.</param>
    /// <exception cref="MalformedJsonException">The body is not JSON.</exception>
    /// <exception cref="EnvelopeMissingException">There is no such object.</exception>
    /// <exception cref="PayloadTooLargeException">It exceeds a limit.</exception>
    public static Envelope OfEvent(ReadOnlyMemory<byte> body) =>
        OfNested(body, EnvelopeRoots.Find(body.Span, "event"u8, "EVENT"u8), "event");

    /// <summary>Finds what a mobile token shall be: a non-empty object under <c>mobile_ingest_token</c> or <c>MOBILE_INGEST_TOKEN</c>.</summary>
    /// <param name="body">A body after <see cref="JsonBody.Repair"/>.</param>
    /// <inheritdoc cref="OfEvent" path="/exception"/>
    public static Envelope OfMobileToken(ReadOnlyMemory<byte> body) =>
        OfNested(body, EnvelopeRoots.Find(body.Span, "mobile_ingest_token"u8, "MOBILE_INGEST_TOKEN"u8), "mobile_ingest_token");

    /// <summary>Finds the check-in: an object with a known key under <c>check_in</c> or <c>CHECK_IN</c>, or the whole body.</summary>
    /// <param name="body">A body after <see cref="JsonBody.Repair"/>.</param>
    /// <inheritdoc cref="OfEvent" path="/exception"/>
    public static Envelope OfCheckIn(ReadOnlyMemory<byte> body) =>
        OfNestedOrFlat(body, EnvelopeRoots.Find(body.Span, "check_in"u8, "CHECK_IN"u8), CheckInKeys, "check_in");

    /// <summary>Finds the deployment: an object with a known key under <c>deployment</c> or <c>DEPLOYMENT</c>, or the whole body.</summary>
    /// <param name="body">A body after <see cref="JsonBody.Repair"/>.</param>
    /// <inheritdoc cref="OfEvent" path="/exception"/>
    public static Envelope OfDeployment(ReadOnlyMemory<byte> body) =>
        OfNestedOrFlat(body, EnvelopeRoots.Find(body.Span, "deployment"u8, "DEPLOYMENT"u8), DeploymentKeys, "deployment");

    /// <summary>An envelope that stands alone, as in a line of a batch.</summary>
    /// <param name="json">One valid JSON object.</param>
    /// <exception cref="PayloadTooLargeException">It exceeds a limit.</exception>
    internal static Envelope OfObject(ReadOnlyMemory<byte> json) => new(json);

    /// <summary>The same envelope with what its sender's token is bound to.</summary>
    /// <param name="type">The wire name of what it is; null to read it from the envelope.</param>
    /// <param name="binding">A mobile token's binding; null for a sender that is not bound.</param>
    /// <exception cref="MobileScopeException">The token may not send this type.</exception>
    /// <exception cref="MobileConflictException">The envelope says something else than the binding.</exception>
    internal Envelope BoundTo(string? type, MobileBinding? binding) =>
        binding is null ? this : new Envelope(MobileEnvelope.Bind(Root, type, binding), measured: true);

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static Envelope OfNested(ReadOnlyMemory<byte> body, EnvelopeRoots roots, string root) =>
        (roots.Lower ?? roots.Upper) is { } range && HoldsKey(body.Span[range], keys: null)
            ? new Envelope(body[range])
            : throw new EnvelopeMissingException(root);

    private static Envelope OfNestedOrFlat(ReadOnlyMemory<byte> body, EnvelopeRoots roots, HashSet<string> keys, string root)
    {
        // A body that names the envelope means it: only one without that key is read as flat.
        ReadOnlySpan<Range?> candidates = [roots.Lower, roots.Upper, roots.Lower is null ? roots.Whole : null];
        foreach (var candidate in candidates)
        {
            if (candidate is { } range && HoldsKey(body.Span[range], keys))
            {
                return new Envelope(body[range]);
            }
        }

        throw new EnvelopeMissingException(root);
    }

    /// <summary>Whether the JSON value is an object with one of the keys, or with any key at all when none are given.</summary>
    private static bool HoldsKey(ReadOnlySpan<byte> json, HashSet<string>? keys)
    {
        var reader = EnvelopeRoots.Reader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (keys is null || keys.Contains(KeyName.Normalise(reader.GetString() ?? string.Empty)))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
