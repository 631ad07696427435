namespace Logister.Core.Ingest;

/// <summary>A body is not JSON. Answered 400.</summary>
/// <param name="message">Says where, never what: the content may hold a secret.</param>
public sealed class MalformedJsonException(string message) : Exception(message)
{
    internal static MalformedJsonException At(long position) =>
        new($"The body is not valid JSON near byte {position}.");
}
