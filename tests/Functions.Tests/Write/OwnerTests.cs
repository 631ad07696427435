using System.Text.Json;
using Logister.Core.Projects;
using Logister.Core.Storage;
using Logister.Functions.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>What a project's owner decides and sees of its senders.</summary>
public sealed class OwnerTests(Emulator emulator)
{
    [Fact]
    public async Task A17_refused_requests_are_counted_by_reason_and_the_last_ones_shown_without_what_was_sent()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time, Stores = false });
        var project = await app.NewProjectAsync();

        await project.PostAsync(TestProject.EventsPath, """{"event":{"event_type":"log","canary":"s3cret"}}""");
        await project.PostAsync(TestProject.EventsPath, """{"canary":"s3cret"}""");
        await project.PostAsync(TestProject.CheckInsPath, "s3cret");
        await project.PostAsync(TestProject.DeploymentsPath, """{"release":"s3cret"}""");
        await app.PostBatchAsync(project.WriteToken, "{}");
        await app.PostBatchAsync(project.WriteToken, Sender.Line(Guid.NewGuid(), "\"event_type\":\"s3cret\""));
        time.Advance(TimeSpan.FromSeconds(10));

        var report = await EventuallyReportedAsync(project, 6);

        Assert.Equal(
            ["invalid_batch", "invalid_deployment", "invalid_event", "invalid_json", "missing_event", "missing_event_envelope"],
            report.GetProperty("counts").EnumerateObject().Select(static count => count.Name).Order(StringComparer.Ordinal));
        var item = report.GetProperty("items").EnumerateArray().Single(static item => item.GetProperty("reason").GetString() == "invalid_event");
        Assert.Equal("ingest_events", item.GetProperty("endpoint").GetString());
        Assert.Equal("Message can't be blank", item.GetProperty("detail").GetString());
        Assert.DoesNotContain("s3cret", report.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(project.WriteToken, report.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_shows_when_it_was_last_used_but_not_by_what_was_refused()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Time = time, Stores = false });
        var project = await app.NewProjectAsync();

        await project.PostAsync(TestProject.EventsPath, "{}");
        time.Advance(TimeSpan.FromMinutes(1));
        var first = time.GetUtcNow();
        await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        await LastUsedBecomesAsync(first);

        time.Advance(TimeSpan.FromMinutes(4));
        await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        time.Advance(TimeSpan.FromMinutes(1));
        await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        await LastUsedBecomesAsync(first.AddMinutes(5));

        async Task LastUsedBecomesAsync(DateTimeOffset expected)
        {
            DateTimeOffset? found = null;
            var registry = app.Services.GetRequiredService<LogisterStorage>().Registry;
            await Eventually.TrueAsync(
                async () =>
                {
                    var row = await registry.FindAsync("token", Registry.Digest(project.WriteToken), TestContext.Current.CancellationToken);
                    found = row!.GetDateTimeOffset("LastUsedAt");
                    return found is not null && found != expected.AddMinutes(-5);
                },
                () => $"last used at {expected}, found {found}");
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public async Task A12_a_project_adds_keys_to_redact_and_can_allow_email()
    {
        var project = await emulator.App.NewProjectAsync();
        var registry = emulator.App.Services.GetRequiredService<Registry>();
        await registry.PutAsync(
            project.Record(DateTimeOffset.UtcNow) with { RedactedKeys = ["iban", "tax number"], AllowEmail = true }, TestContext.Current.CancellationToken);

        var id = await project.SendEventAsync(
            """
            "event_type":"log","message":"m","context":{"iban":"DE00","taxNumber":"7","email":"a@example.com","password":"p"}
            """);

        var context = (await project.StoredAsync(id)).GetProperty("context");
        Assert.Equal("[REDACTED]", context.GetProperty("iban").GetString());
        Assert.Equal("[REDACTED]", context.GetProperty("taxNumber").GetString());
        Assert.Equal("[REDACTED]", context.GetProperty("password").GetString());
        Assert.Equal("a@example.com", context.GetProperty("email").GetString());
    }

    private static async Task<JsonElement> EventuallyReportedAsync(TestProject project, long count)
    {
        JsonElement report = default;
        await Eventually.TrueAsync(
            async () =>
            {
                report = await project.ReadAsync("refusals");
                return report.GetProperty("counts").EnumerateObject().Sum(static reason => reason.Value.GetInt64()) == count;
            },
            () => $"{count} refusals, got {report}");
        return report;
    }
}
