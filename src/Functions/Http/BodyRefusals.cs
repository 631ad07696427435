using Logister.Core.Ingest;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>How long a body may be, and how one that cannot be read is refused; batches have words of their own for it.</summary>
/// <param name="MaxBytes">Bytes at most on the wire.</param>
/// <param name="MaxUnpackedBytes">Bytes at most unpacked.</param>
/// <param name="TooLong">More bytes on the wire than allowed.</param>
/// <param name="TooLongUnpacked">More bytes unpacked than allowed.</param>
/// <param name="UnknownEncoding">A content encoding we do not know; gets the header.</param>
/// <param name="Damaged">Compressed data that does not unpack, or is cut short; gets the encoding.</param>
internal sealed record BodyRefusals(
    int MaxBytes,
    int MaxUnpackedBytes,
    Func<Exception> TooLong,
    Func<Exception> TooLongUnpacked,
    Func<string, Exception> UnknownEncoding,
    Func<string, Exception> Damaged)
{
    /// <summary>Bytes at most of a request that manages something.</summary>
    public const int MaxManagementBytes = 64 << 10;

    private const string DecompressedBytes = "decompressed_bytes";
    private const string UnsupportedEncoding = "unsupported_encoding";
    private const string KnownEncodings = "Use gzip, br, deflate or none.";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "gzip", "x-gzip", "br", "deflate", "identity" };

    /// <summary>Of a request that holds one event.</summary>
    public static BodyRefusals Single { get; } = Plain(PayloadLimits.RequestBytes, PayloadLimits.InflatedBytes);

    /// <summary>Of a request that manages something.</summary>
    public static BodyRefusals Management { get; } = Plain(MaxManagementBytes, MaxManagementBytes);

    /// <summary>Of a request that holds a batch.</summary>
    public static BodyRefusals Batch { get; } = new(
        PayloadLimits.RequestBytes,
        PayloadLimits.InflatedBytes,
        static () => Refused(StatusCodes.Status413PayloadTooLarge, "compressed_bytes", $"telemetry batch exceeds {PayloadLimits.RequestBytes} bytes"),
        static () => Refused(StatusCodes.Status413PayloadTooLarge, DecompressedBytes, $"telemetry batch exceeds {PayloadLimits.InflatedBytes} decompressed bytes"),
        static encoding => Refused(StatusCodes.Status415UnsupportedMediaType, UnsupportedEncoding, $"unsupported telemetry batch content encoding: {UnknownOf(encoding)}"),
        static encoding => Refused(StatusCodes.Status400BadRequest, "invalid_" + encoding, $"invalid {encoding} telemetry batch: the data is damaged or cut short"));

    private static BodyRefusals Plain(int maxBytes, int maxUnpackedBytes) => new(
        maxBytes,
        maxUnpackedBytes,
        () => new PayloadTooLargeException(PayloadLimits.RequestBytesCode, maxBytes, actual: null),
        () => new PayloadTooLargeException(DecompressedBytes, maxUnpackedBytes, actual: null),
        static encoding => Refused(StatusCodes.Status415UnsupportedMediaType, UnsupportedEncoding, $"unsupported content encoding: {encoding}", KnownEncodings),
        static encoding => Refused(StatusCodes.Status400BadRequest, "invalid_" + encoding, $"invalid {encoding} request body"));

    /// <summary>A body of a media type the path does not take.</summary>
    /// <param name="wanted">One that it does.</param>
    public static RefusedException UnsupportedMediaType(string wanted) =>
        Refused(StatusCodes.Status415UnsupportedMediaType, "unsupported_content_type", $"Batch ingest requires {wanted}");

    private static RefusedException Refused(int status, string code, string error, string? message = null) =>
        new(Answers.Coded(status, code, error, message), code);

    /// <summary>The unknown ones; all of them when each is known and only their stacking is not.</summary>
    private static string UnknownOf(string encoding)
    {
        var names = encoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.Where(static name => !Known.Contains(name)).ToList();
        return string.Join(", ", unknown.Count > 0 ? unknown : names);
    }
}
