using System.Net.Sockets;
using System.Text;
using Logister.Core.Ingest;
using Logister.Functions.Tests.App;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Logister.Functions.Tests.Write;

/// <summary>A sender that gives up before its answer sends the same bytes again.</summary>
public sealed class RetryTests(Emulator emulator)
{
    [Theory]
    [InlineData(TestProject.EventsPath, """{"event":{"event_type":"log","message":"sent twice"}}""")]
    [InlineData(TestProject.CheckInsPath, """{"check_in":{"slug":"nightly"}}""")]
    public async Task A16_a_repeat_of_a_request_whose_client_went_away_is_that_request(string path, string body)
    {
        var held = new HeldSends();
        await using var app = await TestApp.StartAsync(new TestAppOptions { Storage = emulator.TakeAccount(), Policy = held });
        var project = await app.NewProjectAsync();

        await SendAndLeaveAsync(app, project.WriteToken, path, body, held.Reached);
        var unanswered = app.Services.GetRequiredService<UnansweredRequests<IResult>>();
        await Eventually.TrueAsync(() => Task.FromResult(unanswered.Count == 1), () => "the server to notice that the client left");
        held.Release();

        var repeat = await project.PostAsync(path, body);
        var onceMore = await project.PostAsync(path, body);

        Assert.Equal((201, 201), (repeat.Status, onceMore.Status));
        Assert.NotEqual(repeat.Json.GetProperty("id").GetString(), onceMore.Json.GetProperty("id").GetString());
        Assert.False(repeat.Json.TryGetProperty("duplicate", out _));
        var stored = await project.ItemsAsync("events", count: 2);
        Assert.Contains(stored, item => item.GetProperty("uuid").GetString() == repeat.Json.GetProperty("id").GetString());
        Assert.Contains(stored, item => item.GetProperty("uuid").GetString() == onceMore.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A16_requests_that_were_answered_are_never_merged_however_alike()
    {
        var project = await emulator.App.NewProjectAsync();

        var first = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);
        var second = await project.PostAsync(TestProject.EventsPath, Sender.SomeEvent);

        Assert.NotEqual(first.Json.GetProperty("id").GetString(), second.Json.GetProperty("id").GetString());
        Assert.Equal(2, (await project.ItemsAsync("events", count: 2)).Count);
    }

    private static async Task SendAndLeaveAsync(TestApp app, string token, string path, string body, Task reached)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var address = app.Http.BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        var request = $"POST /{path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), cancellation);
        await reached.WaitAsync(cancellation);
    }
}
