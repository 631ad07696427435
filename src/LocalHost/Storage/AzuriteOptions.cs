using Logister.LocalHost.Hosting;

namespace Logister.LocalHost.Storage;

/// <summary>How to run the storage emulator; by default on ports the system picks.</summary>
internal sealed record AzuriteOptions
{
    /// <summary>Where the emulator is installed, once for everything that runs in this repository.</summary>
    public string InstallFolder { get; init; } = ContentRoot.Data(ContentRoot.Find());

    /// <summary>Where the data is kept.</summary>
    public string DataFolder { get; init; } = Path.Combine(ContentRoot.Data(ContentRoot.Find()), "data");

    /// <summary>Keeps the data in memory instead, for as long as the emulator runs.</summary>
    public bool InMemory { get; init; }

    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }
}
