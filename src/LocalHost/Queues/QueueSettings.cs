using System.Globalization;
using Logister.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace Logister.LocalHost.Queues;

/// <summary>The <c>extensions.queues</c> of host.json; the defaults are the real host's.</summary>
internal sealed record QueueSettings
{
    private const int MostMessagesOfOneCall = 32;

    public int BatchSize { get; init; } = 16;

    public int NewBatchThreshold { get; init; } = 8;

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed stays hidden before it is tried again.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between two looks into an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    public bool IsBase64 { get; init; } = true;

    /// <summary>How long a message that is being worked on stays hidden; renewed at half of it. Not in host.json: fixed in the real host.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    public static QueueSettings From(IConfigurationSection section)
    {
        var defaults = new QueueSettings();
        var batchSize = Number(section["batchSize"], defaults.BatchSize);
        if (batchSize is < 1 or > MostMessagesOfOneCall)
        {
            throw new StartupException($"extensions.queues.batchSize in {ContentRoot.HostFile} is {batchSize}; it must be 1 to {MostMessagesOfOneCall}.");
        }

        return defaults with
        {
            BatchSize = batchSize,
            NewBatchThreshold = Number(section["newBatchThreshold"], batchSize / 2),
            MaxDequeueCount = Number(section["maxDequeueCount"], defaults.MaxDequeueCount),
            VisibilityTimeout = Time(section["visibilityTimeout"], defaults.VisibilityTimeout),
            MaxPollingInterval = Time(section["maxPollingInterval"], defaults.MaxPollingInterval),
            IsBase64 = !string.Equals(section["messageEncoding"], "none", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static int Number(string? text, int otherwise) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string? text, TimeSpan otherwise) => text is null ? otherwise : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
