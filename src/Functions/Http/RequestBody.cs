using System.Buffers;
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

    /// <exception cref="RefusedException">More bytes than allowed, as sent or unpacked; an encoding we do not know, or damaged.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, BodyRefusals refusals, CancellationToken cancellation)
    {
        DemandDeclaredLength(request, refusals);
        var encoding = EncodingOf(request, refusals);
        var wire = await FillAsync(request.Body, (int)(request.ContentLength ?? FirstBuffer), refusals.MaxBytes, refusals.TooLong, cancellation);
        if (encoding is null)
        {
            return wire;
        }

        using (wire)
        {
            try
            {
                using var packed = new PackedBody(encoding, wire._buffer, wire._length);
                var body = await FillAsync(packed.Unpacked, wire._length * 4, refusals.MaxUnpackedBytes, refusals.TooLongUnpacked, cancellation);
                return packed.EndsWith(body.Memory.Span) ? body : throw Damaged(body);
            }
            catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
            {
                throw refusals.Damaged(encoding);
            }
        }
    }

    /// <summary>Refuses a body that says itself that it is too large, before anything of it is read or looked up.</summary>
    /// <exception cref="RefusedException">413.</exception>
    public static void DemandDeclaredLength(HttpRequest request, BodyRefusals refusals)
    {
        if (request.ContentLength > refusals.MaxBytes)
        {
            throw refusals.TooLong();
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private static string? EncodingOf(HttpRequest request, BodyRefusals refusals) => request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() switch
    {
        "" or "identity" => null,
        "gzip" or "x-gzip" => PackedBody.Gzip,
        "br" => PackedBody.Brotli,
        "deflate" => PackedBody.Deflate,
        var other => throw refusals.UnknownEncoding(other),
    };

    private static InvalidDataException Damaged(RequestBody cutShort)
    {
        cutShort.Dispose();
        return new InvalidDataException("The body ends inside its compressed data.");
    }

    private static async Task<RequestBody> FillAsync(Stream from, int expected, int limit, Func<Exception> tooLong, CancellationToken cancellation)
    {
        var body = new RequestBody(Math.Clamp(expected + 1, FirstBuffer, limit + 1));
        try
        {
            while (await from.ReadAsync(body._buffer.AsMemory(body._length), cancellation) is > 0 and var read)
            {
                body._length += read;
                if (body._length > limit)
                {
                    throw tooLong();
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
