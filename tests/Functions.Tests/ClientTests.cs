using System.Text.Json;
using Logister.Functions.Tests.App;
using Xunit;

namespace Logister.Functions.Tests;

/// <summary>What the published clients were seen to send, each in its own way.</summary>
public sealed class ClientTests(Emulator emulator)
{
    [Fact]
    public async Task Ruby_sends_check_ins_as_events_with_everything_in_the_context()
    {
        var project = await emulator.App.NewProjectAsync();

        await project.SendEventAsync("""
            "event_type":"check_in","level":"info","message":"nightly-import","fingerprint":"aeb00d7f",
            "context":{"environment":"staging","check_in_slug":"nightly-import","check_in_status":"error","expected_interval_seconds":3600}
            """);

        var monitor = Assert.Single(await project.ItemsAsync("monitors", count: 1));
        Assert.Equal(("nightly-import", "staging", "error", 3600), (
            monitor.GetProperty("slug").GetString(),
            monitor.GetProperty("environment").GetString(),
            monitor.GetProperty("status").GetString(),
            monitor.GetProperty("expected_interval_seconds").GetInt32()));
    }

    [Theory]
    [InlineData("500", "500", true)]
    [InlineData("\"500\"", "500", true)]
    [InlineData("200", "200", false)]
    [InlineData("\"ok\"", "ok", false)]
    public async Task A_status_may_be_a_number_or_text(string sent, string shown, bool failed)
    {
        var project = await emulator.App.NewProjectAsync();

        await project.SendEventAsync("\"event_type\":\"transaction\",\"message\":\"GET /\",\"context\":{\"status\":" + sent + ",\"duration_ms\":12}");

        Assert.Equal(shown, Assert.Single(await project.ItemsAsync("events", count: 1)).GetProperty("status").GetString());
        Assert.Equal(failed ? 1 : 0, (await project.ItemsAsync("events?status=error")).Count);
    }

    [Fact]
    public async Task Dotnet_marks_a_root_span_with_a_parent_of_zeros()
    {
        var project = await emulator.App.NewProjectAsync();

        var id = await project.SendEventAsync("""
            "event_type":"span","name":"GET /","trace_id":"4bf92f3577b34da6","span_id":"00f067aa0ba902b7","parent_span_id":"0000000000000000",
            "kind":"server","duration_ms":5,"started_at":"2026-05-23T15:30:00.1234567+00:00"
            """);
        await project.StoredAsync(id);

        var root = Assert.Single((await project.ReadAsync("traces/4bf92f3577b34da6")).GetProperty("spans").EnumerateArray());
        Assert.False(root.TryGetProperty("parent_span_id", out _));
    }

    [Fact]
    public async Task Seven_fraction_digits_and_a_bare_NaN_are_understood()
    {
        var project = await emulator.App.NewProjectAsync();

        var id = await project.SendEventAsync("""
            "event_type":"metric","message":"ratio","occurred_at":"2026-05-23T15:30:00.1234567+00:00","context":{"value":NaN,"unit":"%"}
            """);

        var stored = await project.StoredAsync(id);
        Assert.Equal("2026-05-23T15:30:00.123456Z", stored.GetProperty("occurred_at").GetString());
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("context").GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task One_key_may_hold_text_here_and_an_object_there()
    {
        var project = await emulator.App.NewProjectAsync();

        var text = await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"m\",\"context\":{\"runtime\":\"node\",\"user\":\"ann\",\"route\":\"/a\"}");
        var objects = await project.SendEventAsync("\"event_type\":\"log\",\"message\":\"m\",\"context\":{\"runtime\":{\"name\":\"ruby\"},\"user\":{\"id\":42},\"route\":{\"path\":\"/a\"}}");

        Assert.Equal("ann", (await project.StoredAsync(text)).GetProperty("user_identifier").GetString());
        Assert.Equal("42", (await project.StoredAsync(objects)).GetProperty("user_identifier").GetString());
    }
}
