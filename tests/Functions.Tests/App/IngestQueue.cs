using Azure.Storage.Queues;
using Xunit;

namespace Logister.Functions.Tests.App;

/// <summary>The queue between accepting and storing, seen from outside.</summary>
internal static class IngestQueue
{
    private const string Name = "ingest";

    public static QueueClient Of(string account) =>
        new(account, Name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>Waits until everything accepted has been taken from the queue for good, and nothing was given up on.</summary>
    public static async Task AssertDrainedAsync(string account)
    {
        var length = -1;
        await Eventually.TrueAsync(async () => (length = await LengthAsync(account, Name)) == 0, () => $"the queue to drain ({length} left)");
        Assert.Equal(0, await LengthAsync(account, Name + "-poison"));
    }

    private static async Task<int> LengthAsync(string account, string name)
    {
        var queue = new QueueClient(account, name);
        return await queue.ExistsAsync(TestContext.Current.CancellationToken)
            ? (await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount
            : 0;
    }
}
