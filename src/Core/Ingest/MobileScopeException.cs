namespace Logister.Core.Ingest;

/// <summary>A mobile token was used for a type of event it may not send. Answered 403.</summary>
public sealed class MobileScopeException() : Exception("Mobile ingest token cannot send this event type");
