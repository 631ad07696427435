using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>What tells one path of the write API from another before its body is looked at.</summary>
/// <param name="Name">The path's last part; what refusals are filed under.</param>
/// <param name="Label">Which counter its requests share.</param>
/// <param name="InvalidReason">What a refused body is filed under.</param>
internal sealed record WriteRoute(string Name, string Label, string InvalidReason)
{
    public static readonly WriteRoute Events = new("ingest_events", "ingest", "invalid_event") { IsForBrowsers = true, IsForMobile = true, MergesRetries = true };

    public static readonly WriteRoute Batch = new("ingest_events/batch", "ingest", "invalid_batch")
    {
        IsForBrowsers = true,
        IsForMobile = true,
        Refusals = BodyRefusals.Batch,
        MediaTypes = ["application/x-ndjson", "application/ndjson"],
    };

    public static readonly WriteRoute CheckIns = new("check_ins", "check_in", "invalid_check_in") { IsForBrowsers = true, IsForMobile = true, MergesRetries = true };

    public static readonly WriteRoute Deployments = new("deployments", "deployment", "invalid_deployment");

    public static readonly WriteRoute MobileIngestTokens = new("mobile_ingest_tokens", "mobile_token", "invalid_mobile_ingest_token") { MakesMobileTokens = true };

    public static readonly WriteRoute Receipts = new("receipts", "receipt", "invalid_receipt") { Method = HttpMethods.Get, IsForMobile = true };

    public string Method { get; private init; } = HttpMethods.Post;

    /// <summary>Whether pages of other origins may send to it.</summary>
    public bool IsForBrowsers { get; private init; }

    /// <summary>Whether mobile tokens may be used.</summary>
    public bool IsForMobile { get; private init; }

    /// <summary>Whether mobile tokens are made here, so that even one that ended is told apart from an unknown token.</summary>
    public bool MakesMobileTokens { get; private init; }

    /// <summary>Whether a repeat of an unanswered request must be found out by its bytes; elsewhere what is sent has an identity.</summary>
    public bool MergesRetries { get; private init; }

    /// <summary>How an unreadable body is refused.</summary>
    public BodyRefusals Refusals { get; private init; } = BodyRefusals.Single;

    /// <summary>The media types it takes; null for any.</summary>
    public IReadOnlyList<string>? MediaTypes { get; private init; }

    /// <exception cref="RefusedException">415.</exception>
    public void DemandMediaType(HttpRequest request)
    {
        var sent = request.ContentType?.Split(';')[0].Trim();
        if (MediaTypes?.Contains(sent, StringComparer.OrdinalIgnoreCase) == false)
        {
            throw BodyRefusals.UnsupportedMediaType(MediaTypes[0]);
        }
    }
}
