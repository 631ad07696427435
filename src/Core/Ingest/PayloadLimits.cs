namespace Logister.Core.Ingest;

/// <summary>
/// What one request and one envelope may weigh. Envelopes are measured as they were sent, before anything is parsed
/// into objects, so that a hostile one costs no more than reading it. A repeated key counts each time it was sent.
/// </summary>
public static class PayloadLimits
{
    /// <summary>Bytes of a request body on the wire.</summary>
    public const int RequestBytes = 2 * 1024 * 1024;

    /// <summary>Bytes of a request body after decompression.</summary>
    public const int InflatedBytes = 8 * 1024 * 1024;

    /// <summary>UTF-8 bytes of the text under the key <c>message</c>, in exactly that spelling.</summary>
    public const int MessageBytes = 64 * 1024;

    /// <summary>Levels of nesting; the envelope is level 0, its values are level 1.</summary>
    public const int ContextDepth = 16;

    /// <summary>Keys of all objects of an envelope together, its own included.</summary>
    public const int ContextKeys = 512;

    /// <summary>Elements of one array.</summary>
    public const int ArrayLength = 1_000;

    /// <summary>UTF-8 bytes of one string or key.</summary>
    public const int StringBytes = 256 * 1024;

    /// <summary>UTF-8 bytes of all keys and scalars of an envelope, plus <see cref="OverheadBytes"/> for each.</summary>
    public const int EventBytes = 1024 * 1024;

    /// <summary>What a key or scalar weighs beyond its text, in bytes; all that a null weighs.</summary>
    public const int OverheadBytes = 4;

    /// <summary>The code of <see cref="RequestBytes"/>, whose message differs from the others'.</summary>
    public const string RequestBytesCode = "request_bytes";

    internal const string MessageBytesCode = "message_bytes";
    internal const string ContextDepthCode = "context_depth";
    internal const string ContextKeysCode = "context_keys";
    internal const string ArrayLengthCode = "array_length";
    internal const string StringBytesCode = "string_bytes";
    internal const string EventBytesCode = "event_bytes";

    /// <summary>Measures an envelope. An oversized message is reported before anything else, then what comes first in the text.</summary>
    /// <param name="envelope">One valid JSON object in UTF-8.</param>
    /// <exception cref="PayloadTooLargeException">A limit is exceeded.</exception>
    public static void Check(ReadOnlySpan<byte> envelope) => new PayloadWalk(envelope).Run();
}
