namespace Logister.LocalHost.Storage;

/// <summary>Where the emulator's services listen.</summary>
internal sealed record AzuriteAddresses(Uri Blob, Uri Queue, Uri Table)
{
    // The well-known account of every storage emulator; no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Announcement = " service is successfully listening at ";

    public string ConnectionString
        => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Blob}{Account};QueueEndpoint={Queue}{Account};TableEndpoint={Table}{Account};";

    /// <summary>
    /// Reads them from what the emulator says while it starts, which is the only way to learn ports the system picked.
    /// Null if it ends before all listen.
    /// </summary>
    public static async Task<AzuriteAddresses?> ReadAsync(StreamReader output, CancellationToken cancellation)
    {
        var addresses = new Dictionary<string, Uri>();
        while (await output.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Split(Announcement) is [var service, var address])
            {
                addresses[service] = new Uri(address);
            }

            if (addresses.TryGetValue("Azurite Blob", out var blob) && addresses.TryGetValue("Azurite Queue", out var queue) && addresses.TryGetValue("Azurite Table", out var table))
            {
                return new AzuriteAddresses(blob, queue, table);
            }
        }

        return null;
    }
}
