using System.Buffers;
using System.IO.Compression;
using Logister.Core.Ingest;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>A request's body in a pooled buffer, read and unpacked with a limit at every step. Not to be used once disposed.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstBuffer = 16 << 10;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <exception cref="PayloadTooLargeException">More bytes than allowed, as sent or unpacked.</exception>
    /// <exception cref="RefusedException">An encoding we do not know, or damaged.</exception>
    public static Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        ReadAsync(request, PayloadLimits.RequestBytes, PayloadLimits.InflatedBytes, cancellation);

    /// <param name="request">The request.</param>
    /// <param name="limit">Bytes at most as sent.</param>
    /// <param name="inflatedLimit">Bytes at most unpacked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="PayloadTooLargeException">More bytes than allowed, as sent or unpacked.</exception>
    /// <exception cref="RefusedException">An encoding we do not know, or damaged.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit, int inflatedLimit, CancellationToken cancellation)
    {
        DemandDeclaredLength(request, limit);
        var encoding = EncodingOf(request);
        var wire = await FillAsync(request.Body, (int)(request.ContentLength ?? FirstBuffer), limit, PayloadLimits.RequestBytesCode, cancellation);
        if (encoding is null)
        {
            return wire;
        }

        using (wire)
        {
            try
            {
                await using var unpacked = Unpack(encoding, new MemoryStream(wire._buffer, 0, wire._length, writable: false));
                return await FillAsync(unpacked, wire._length * 4, inflatedLimit, "decompressed_bytes", cancellation);
            }
            catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
            {
                throw new RefusedException(Answers.DamagedEncoding(encoding));
            }
        }
    }

    /// <summary>Refuses a body that says itself that it is too large, before anything of it is read or looked up.</summary>
    public static void DemandDeclaredLength(HttpRequest request, int limit = PayloadLimits.RequestBytes)
    {
        if (request.ContentLength > limit)
        {
            throw new PayloadTooLargeException(PayloadLimits.RequestBytesCode, limit, actual: null);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private static string? EncodingOf(HttpRequest request) => request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() switch
    {
        "" or "identity" => null,
        "gzip" or "x-gzip" => "gzip",
        "br" => "br",
        "deflate" => "deflate",
        var other => throw new RefusedException(Answers.UnsupportedEncoding(other)),
    };

    private static Stream Unpack(string encoding, Stream packed) => encoding switch
    {
        "gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        _ => new ZLibStream(packed, CompressionMode.Decompress),
    };

    private static async Task<RequestBody> FillAsync(Stream from, int expected, int limit, string code, CancellationToken cancellation)
    {
        var body = new RequestBody(Math.Clamp(expected + 1, FirstBuffer, limit + 1));
        try
        {
            while (await from.ReadAsync(body._buffer.AsMemory(body._length), cancellation) is > 0 and var read)
            {
                body._length += read;
                if (body._length > limit)
                {
                    throw new PayloadTooLargeException(code, limit, actual: null);
                }

                body.GrowIfFull(limit);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private void GrowIfFull(int limit)
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 2, limit + 1));
            Memory.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }
}
