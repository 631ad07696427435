using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Tests.Samples;

public sealed class HttpSamples(Journal journal)
{
    [Function("A-parameter")]
    public static IResult Parameter([HttpTrigger("get", Route = "things/{id}")] HttpRequest request, string id) => Results.Text($"A {id} {request.Method}");

    [Function("B-literal")]
    public static IResult Literal([HttpTrigger("get", "post", Route = "things/special")] HttpRequest request) => Results.Text($"B {request.Method}");

    [Function("C-numbers")]
    public static Task<IResult> Numbers([HttpTrigger("get", Route = "sum/{left:int}/{id:guid}")] HttpRequest request, int left, Guid id, FunctionContext context, CancellationToken cancellation)
        => Task.FromResult(Results.Text($"{request.Method} {left} {id} {context.FunctionDefinition.Name} {cancellation.CanBeCanceled} {context.GetHttpContext() == request.HttpContext}"));

    [Function("D-any")]
    public static async Task<IResult> Any([HttpTrigger(AuthorizationLevel.Anonymous, Route = "any")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        return Results.Text($"{request.Method} {body.Length}");
    }

    [Function("E-throws")]
    public IResult Throws([HttpTrigger("get", Route = "throws")] HttpRequest request)
    {
        journal.Add(request.Path);
        throw new InvalidOperationException("canary");
    }

    [Function("F-disabled")]
    public static IResult Disabled([HttpTrigger("get", Route = "disabled")] HttpRequest request) => Results.Text(request.Method);

    [Function("G-task")]
    public async Task Nothing([HttpTrigger("get", Route = "nothing")] HttpRequest request)
    {
        await Task.Yield();
        journal.Add(request.Path);
    }

    [Function("Z-rest")]
    public static IResult Rest([HttpTrigger("get", Route = "{*path}")] HttpRequest request, string? path) => Results.Text($"Z {path} {request.Method}");
}
