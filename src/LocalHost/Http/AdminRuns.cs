using System.Net;
using System.Text.Json;
using Logister.LocalHost.Queues;
using Logister.LocalHost.Timers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Http;

/// <summary>Runs a timer or queue function now: <c>POST /admin/functions/[function]</c>, from this machine only.</summary>
internal sealed partial class AdminRuns(TimerLoops timers, QueuePumps pumps, ILogger<AdminRuns> log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task AnswerAsync(HttpContext http)
    {
        var name = http.Request.RouteValues["name"] as string ?? "";
        var timer = timers.Find(name);
        var pump = pumps.Find(name);
        if ((timer is null && pump is null) || !IsLocal(http.Connection.RemoteIpAddress))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await (timer?.RunNowAsync(http.RequestAborted) ?? pump!.RunNowAsync(await InputAsync(http.Request), http.RequestAborted));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        // CA1031 Do not catch general exception types: whatever a function throws, the process lives on.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(log, failure, name);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static bool IsLocal(IPAddress? remote) => remote is not null && IPAddress.IsLoopback(remote);

    private static async Task<string> InputAsync(HttpRequest request)
        => (await JsonSerializer.DeserializeAsync<AdminInput>(request.Body, Json, request.HttpContext.RequestAborted))?.Input ?? "";

    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed when it was run by hand")]
    private static partial void LogFailed(ILogger log, Exception failure, string function);
}
