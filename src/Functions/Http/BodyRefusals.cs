using Logister.Core.Ingest;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>How a body that cannot be read is refused; batches have words of their own for it.</summary>
/// <param name="TooLong">More bytes on the wire than <see cref="PayloadLimits.RequestBytes"/>.</param>
/// <param name="TooLongUnpacked">More bytes unpacked than <see cref="PayloadLimits.InflatedBytes"/>.</param>
/// <param name="UnknownEncoding">A content encoding we do not know; gets the header.</param>
/// <param name="Damaged">Compressed data that does not unpack, or is cut short; gets the encoding.</param>
internal sealed record BodyRefusals(
    Func<Exception> TooLong,
    Func<Exception> TooLongUnpacked,
    Func<string, Exception> UnknownEncoding,
    Func<string, Exception> Damaged)
{
    private const string DecompressedBytes = "decompressed_bytes";
    private const string UnsupportedEncoding = "unsupported_encoding";
    private const string KnownEncodings = "Use gzip, br, deflate or none.";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "gzip", "x-gzip", "br", "deflate", "identity" };

    /// <summary>Of a request that holds one event.</summary>
    public static BodyRefusals Single { get; } = new(
        static () => new PayloadTooLargeException(PayloadLimits.RequestBytesCode, PayloadLimits.RequestBytes, actual: null),
        static () => new PayloadTooLargeException(DecompressedBytes, PayloadLimits.InflatedBytes, actual: null),
        static encoding => Refused(StatusCodes.Status415UnsupportedMediaType, UnsupportedEncoding, $"unsupported content encoding: {encoding}", KnownEncodings),
        static encoding => Refused(StatusCodes.Status400BadRequest, "invalid_" + encoding, $"invalid {encoding} request body"));

    /// <summary>Of a request that holds a batch.</summary>
    public static BodyRefusals Batch { get; } = new(
        static () => Refused(StatusCodes.Status413PayloadTooLarge, "compressed_bytes", $"telemetry batch exceeds {PayloadLimits.RequestBytes} bytes"),
        static () => Refused(StatusCodes.Status413PayloadTooLarge, DecompressedBytes, $"telemetry batch exceeds {PayloadLimits.InflatedBytes} decompressed bytes"),
        static encoding => Refused(StatusCodes.Status415UnsupportedMediaType, UnsupportedEncoding, $"unsupported telemetry batch content encoding: {UnknownOf(encoding)}"),
        static encoding => Refused(StatusCodes.Status400BadRequest, "invalid_" + encoding, $"invalid {encoding} telemetry batch: the data is damaged or cut short"));

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
