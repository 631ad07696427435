using Azure.Data.Tables;
using Logister.Core.Storage;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>What a sender can learn of an event after it was accepted.</summary>
public sealed class ReceiptTests(Emulator emulator)
{
    [Theory]
    [InlineData(TestProject.EventsPath, Sender.SomeEvent)]
    [InlineData(TestProject.EventsPath, """{"event":{"event_type":"log","message":"m","uuid":"UUID"}}""")]
    [InlineData(TestProject.CheckInsPath, Sender.SomeCheckIn)]
    [InlineData(TestProject.DeploymentsPath, """{"deployment":{"release":"1","repository":"a/b","commit_sha":"abcdef0"}}""")]
    public async Task A17_an_event_is_queued_until_it_is_stored(string path, string body)
    {
        var account = emulator.TakeAccount();
        string id;
        await using (var accepting = await TestApp.StartAsync(new TestAppOptions { Storage = account, Stores = false }))
        {
            var sender = await accepting.NewProjectAsync();
            id = (await sender.PostAsync(path, body.Replace("UUID", Guid.NewGuid().ToString()))).Json.GetProperty("id").GetString()!;

            Assert.Equal($$"""{"id":"{{id}}","status":"queued"}""", (await ReceiptAsync(accepting, sender.WriteToken, id)).Body);
            Assert.Equal(404, (await ReceiptAsync(accepting, (await accepting.NewProjectAsync()).WriteToken, Guid.NewGuid().ToString())).Status);

            await using var storing = await TestApp.StartAsync(new TestAppOptions { Storage = account });
            await StatusBecomesAsync(storing, sender.WriteToken, id, "stored");
        }
    }

    [Fact]
    public async Task A17_a_repeat_another_instance_let_in_turns_out_to_be_one()
    {
        // The dead letter stands in for an event storage would not take; its row is what the lane writes.
        var project = await emulator.App.NewProjectAsync();
        var id = await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"m\"");
        await StatusBecomesAsync(emulator.App, project.WriteToken, id, "stored");
        var telemetry = emulator.App.Services.GetRequiredService<LogisterStorage>().Telemetry;
        var cancellation = TestContext.Current.CancellationToken;
        Assert.True(Core.Segments.EventId.TryLocate(Guid.Parse(id), out var segment, out var index));
        await telemetry.MergeAsync(new TableEntity(RowKeys.Partition(project.Id), RowKeys.Segment(segment)) { ["Voided"] = $"{index}" }, cancellation);

        Assert.Equal($$"""{"id":"{{id}}","status":"duplicate"}""", (await ReceiptAsync(emulator.App, project.WriteToken, id)).Body);

        await telemetry.InsertOrReplaceAsync(
            new TableEntity(RowKeys.Partition(project.Id), RowKeys.DeadLetter(segment.SealedAt, Guid.Parse(id))) { ["Reason"] = "Storage refused it." }, cancellation);

        Assert.Equal(
            $$"""{"id":"{{id}}","status":"dead_lettered","reason":"Storage refused it."}""", (await ReceiptAsync(emulator.App, project.WriteToken, id)).Body);
    }

    [Fact]
    public async Task A17_an_id_that_would_have_been_stored_long_ago_is_unknown()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time, Stores = false });
        var project = await app.NewProjectAsync();
        var id = await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"m\"");
        Assert.Equal(200, (await ReceiptAsync(app, project.WriteToken, id)).Status);

        time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(404, (await ReceiptAsync(app, project.WriteToken, id)).Status);
        Assert.Equal(404, (await ReceiptAsync(app, project.WriteToken, "no-uuid")).Status);
        Assert.Equal(401, (await ReceiptAsync(app, project.ReadToken, id)).Status);
    }

    private static Task<Answer> ReceiptAsync(TestApp app, string token, string id) => app.SendAsync(HttpMethod.Get, $"api/v1/receipts/{id}", token);

    private static async Task StatusBecomesAsync(TestApp app, string token, string id, string status)
    {
        var answer = await ReceiptAsync(app, token, id);
        await Eventually.TrueAsync(
            async () => (answer = await ReceiptAsync(app, token, id)).Status == 200 && answer.Json.GetProperty("status").GetString() == status,
            () => $"{status}, got {answer.Body}");
    }
}
