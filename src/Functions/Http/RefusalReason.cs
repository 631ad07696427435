using Logister.Core.Ingest;

namespace Logister.Functions.Http;

/// <summary>Files a refused request: under which reason, and what its owner may read of it. Never what the client sent.</summary>
internal static class RefusalReason
{
    /// <returns>Null when it was no refusal, but a fault of ours or of storage.</returns>
    public static (string Reason, string? Detail)? Of(Exception failure, WriteRoute route) => failure switch
    {
        RefusedException { Reason: { } reason } => (reason, null),
        MalformedJsonException => ("invalid_json", failure.Message),
        EnvelopeMissingException missing => ($"missing_{missing.Root}_envelope", null),
        PayloadTooLargeException exceeded => (exceeded.Code, exceeded.Message),
        BatchRefusedException refused => (refused.Code, refused.Message),
        InvalidEventException => (route.InvalidReason, failure.Message),
        MobileScopeException => ("mobile_event_type_forbidden", null),
        MobileConflictException => ("mobile_context_conflict", null),
        _ => null,
    };
}
