using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Logister.Core.Storage;
using Xunit;

namespace Logister.Infra.Tests;

/// <summary>What the code stores in, and what the template makes, are the same.</summary>
public sealed class StorageTests
{
    private const string Poison = "-poison";

    [Fact]
    public async Task Each_table_is_made_and_no_other() =>
        Assert.Equal(Used<StorageTable>(static table => table.Name).Order(), await MadeAsync("tableServices/tables"));

    [Fact]
    public async Task Each_queue_is_made_with_its_poison_queue_and_no_other()
    {
        var used = Used<QueueClient>(static queue => queue.Name).ToList();

        Assert.Equal(used.Concat(used.Select(static queue => queue + Poison)).Order(), await MadeAsync("queueServices/queues"));
    }

    [Fact]
    public void Each_queue_a_trigger_may_name_is_one_the_code_sends_to()
    {
        var named = typeof(QueueNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field is { IsLiteral: true, Name: not nameof(QueueNames.Connection) })
            .Select(static field => (string)field.GetRawConstantValue()!);

        Assert.Equal(Used<QueueClient>(static queue => queue.Name).Order(), named.Order());
    }

    [Fact]
    public async Task Each_container_is_made_and_no_other() =>
        Assert.Equal(Used<BlobContainerClient>(static container => container.Name).Order(), await MadeAsync("blobServices/containers"));

    [Fact]
    public async Task Only_claims_are_ever_deleted_by_age()
    {
        var template = await CompiledTemplate.ReadAsync();
        var policy = Assert.Single(template.OfType("Microsoft.Storage/storageAccounts/managementPolicies"));

        var rule = Assert.Single(policy.Properties.GetProperty("policy").GetProperty("rules").EnumerateArray()).GetProperty("definition");
        var prefix = Assert.Single(rule.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray()).GetString();

        Assert.Equal("[format('{0}/', variables('claims'))]", prefix);
        Assert.Equal(Settings.Storage().Claims.Name, policy.Variables.GetProperty("claims").GetString());
    }

    /// <summary>The names behind the public properties of <see cref="LogisterStorage"/> that are of one type.</summary>
    private static IEnumerable<string> Used<T>(Func<T, string> name) =>
        typeof(LogisterStorage).GetProperties().Where(static property => property.PropertyType == typeof(T))
            .Select(property => name((T)property.GetValue(Settings.Storage())!));

    private static async Task<IEnumerable<string>> MadeAsync(string type)
    {
        var template = await CompiledTemplate.ReadAsync();
        return template.OfType($"Microsoft.Storage/storageAccounts/{type}")
            .Where(static resource => resource.Module == "dataStorage").SelectMany(static resource => resource.LoopNames()).Order();
    }
}
