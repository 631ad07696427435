namespace Logister.Core.Ingest;

/// <summary>A batch that cannot be taken apart. Nothing of it was stored.</summary>
/// <param name="code">The reason's code, such as <c>missing_event</c>.</param>
/// <param name="message">The reason with the line's number, without the line's content.</param>
public sealed class BatchRefusedException(string code, string message) : Exception(message)
{
    /// <summary>The code of a batch with too many envelopes, the only one answered 413; the others are 400.</summary>
    public const string TooManyCode = "event_count";

    /// <summary>The reason's code.</summary>
    public string Code { get; } = code;
}
