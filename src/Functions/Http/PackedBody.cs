using System.Buffers.Binary;
using System.IO.Compression;

namespace Logister.Functions.Http;

/// <summary>
/// A compressed body. The framework's streams take data that is cut short for data that ends, so that the end of a batch
/// could be lost unnoticed; here its end is checked.
/// </summary>
internal sealed class PackedBody : IDisposable
{
    public const string Gzip = "gzip";
    public const string Brotli = "br";
    public const string Deflate = "deflate";

    private const int TrailerBytes = sizeof(uint);

    private readonly string _encoding;
    private readonly ReadOnlyMemory<byte> _packed;
    private readonly WatchedStream _source;

    public PackedBody(string encoding, byte[] buffer, int length)
    {
        _encoding = encoding;
        _packed = buffer.AsMemory(0, length);
        _source = new WatchedStream(buffer, length);
        Unpacked = encoding switch
        {
            Gzip => new GZipStream(_source, CompressionMode.Decompress),
            Brotli => new BrotliStream(_source, CompressionMode.Decompress),
            _ => new ZLibStream(_source, CompressionMode.Decompress),
        };
    }

    /// <summary>The data without compression.</summary>
    public Stream Unpacked { get; }

    /// <summary>Whether this was all the data: gzip and zlib say so at their end, Brotli asks for no more once it is complete.</summary>
    public bool EndsWith(ReadOnlySpan<byte> unpacked)
    {
        if (_encoding == Brotli)
        {
            return !_source.WasExhausted;
        }

        if (_packed.Length < TrailerBytes)
        {
            return false;
        }

        var trailer = _packed.Span[^TrailerBytes..];
        return _encoding == Gzip
            ? BinaryPrimitives.ReadUInt32LittleEndian(trailer) == (uint)unpacked.Length
            : BinaryPrimitives.ReadUInt32BigEndian(trailer) == Adler32(unpacked);
    }

    public void Dispose()
    {
        Unpacked.Dispose();
        _source.Dispose();
    }

    /// <summary>The checksum of RFC 1950.</summary>
    private static uint Adler32(ReadOnlySpan<byte> data)
    {
        const uint Modulus = 65521;

        // The longest run whose sums fit 32 bits.
        const int Run = 5552;
        var (low, high) = (1u, 0u);
        while (!data.IsEmpty)
        {
            var run = data[..Math.Min(Run, data.Length)];
            foreach (var value in run)
            {
                low += value;
                high += low;
            }

            (low, high) = (low % Modulus, high % Modulus);
            data = data[run.Length..];
        }

        return (high << 16) | low;
    }

    /// <summary>Notices when more is asked of it than it holds.</summary>
    private sealed class WatchedStream(byte[] buffer, int length) : MemoryStream(buffer, 0, length, writable: false)
    {
        public bool WasExhausted { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Watch(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Watch(base.Read(buffer));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Watch(await base.ReadAsync(buffer, cancellationToken));

        private int Watch(int read)
        {
            WasExhausted |= read == 0;
            return read;
        }
    }
}
