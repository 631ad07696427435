namespace Logister.Core.Ingest;

/// <summary>More events wait for storage than this process may hold; the sender should come again in a moment.</summary>
public sealed class IngestOverloadedException() : Exception("Too many events are waiting for storage.");
