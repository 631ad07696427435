using Azure;

namespace Logister.Core.Commit;

/// <summary>What a row holds and the version it was read or written at.</summary>
internal sealed record Versioned<T>(T Value, ETag ETag);
