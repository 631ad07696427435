using System.Diagnostics;
using Azure.Storage.Queues;
using Logister.LocalHost.Storage;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class AzuriteTests
{
    [Fact]
    public async Task The_process_is_gone_when_the_emulator_is_stopped_and_its_data_is_there_again_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("logister-azurite-");
        var options = new AzuriteOptions { DataFolder = folder.FullName };

        int process;
        await using (var first = await Azurite.StartAsync(options, TestContext.Current.CancellationToken))
        {
            process = first.ProcessId;
            await new QueueClient(first.ConnectionString, "kept").CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
        await using (var second = await Azurite.StartAsync(options, TestContext.Current.CancellationToken))
        {
            Assert.True(await new QueueClient(second.ConnectionString, "kept").ExistsAsync(TestContext.Current.CancellationToken));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_emulators_run_side_by_side()
    {
        await using var one = await Azurite.StartAsync(new AzuriteOptions { InMemory = true }, TestContext.Current.CancellationToken);
        await using var other = await Azurite.StartAsync(new AzuriteOptions { InMemory = true }, TestContext.Current.CancellationToken);

        Assert.NotEqual(one.ConnectionString, other.ConnectionString);
    }
}
